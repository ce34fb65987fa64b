using Microsoft.Playwright;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Somebody of the house, at the desk.</summary>
public sealed class StaffVisitor(IPage page) : Visitor(page)
{
    public async Task SignInAsync(string email, string password)
    {
        await OpenAsync("/sign-in");
        await FillAsync("#Input_Email", email);
        await FillAsync("#Input_Password", password);
        await ClickAsync("main form .button-primary");
        await Page.ArriveAsync("**/desk");
    }
}
