using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>
/// A customer's whole story in one house, told by its pages alone: the customer in one browser, somebody of the house in another, and the
/// sandbox's clock moved over months. It begins on Monday 2 November 2026 at 12:00 UTC.
/// </summary>
public abstract class HouseWalk(BrowserFixture fixture) : BrowserTest(fixture)
{
    private StorefrontHost? host;

    protected override Uri Address => host!.Address;

    // Hundreds of steps: what fails says which text it waited for, and where.
    protected override bool IsTraced => false;

    /// <summary>The key of the handbook.</summary>
    protected abstract string House { get; }

    /// <summary>What both browsers ask for.</summary>
    protected abstract string Language { get; }

    protected async Task WalkAsync(string name, Func<Visitor, StaffVisitor, Task> story)
    {
        host = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = House;

            // A house's data is its own: not the copy that is made for the usual house.
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, House);
        });
        await using (host)
        {
            var member = await StaffMember.HireAsync(host);
            var screen = Screen.Desktop with { Language = Language };
            await VisitAsync(
                screen,
                customer => VisitAsync(
                    screen,
                    async staff =>
                    {
                        var desk = new StaffVisitor(staff);
                        await desk.SignInAsync(member.Email, StaffMember.Password);
                        await story(new Visitor(customer), desk);
                    },
                    $"{name}-staff"),
                name);
        }
    }
}
