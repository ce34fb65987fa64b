using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>"We have sent you a mail": after registering, with a way to have it sent again.</summary>
[OfNoAccount]
public sealed class CheckMailModel(SendConfirmation send, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    internal const string AddressKey = "registered";

    /// <summary>Where it was sent; null when the page was opened without registering.</summary>
    public string? Address { get; private set; }

    public string? ReturnTo { get; private set; }

    public void OnGet(string? returnTo)
    {
        Address = TempData.Peek(AddressKey) as string;
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? returnTo, CancellationToken cancellationToken)
    {
        var back = Url.IsLocalUrl(returnTo) ? returnTo : null;
        if (!string.IsNullOrWhiteSpace(email))
        {
            await send.HandleAsync(email, back, cancellationToken);
            TempData[AddressKey] = email;
            this.Tell(texts["CheckMail.Sent"]);
        }

        return RedirectToPage(new { returnTo = back });
    }
}
