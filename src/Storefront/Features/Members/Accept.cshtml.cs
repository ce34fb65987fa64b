using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>The link of an invitation. Opening it changes nothing, because mail scanners open links; the button joins the account.</summary>
[OfNoAccount]
public sealed class AcceptModel(
    InvitationReader reader,
    AcceptInvitation accept,
    SignInManager<User> signIn,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<MembersTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public Newcomer Input { get; set; } = new();

    public InvitationView View { get; private set; } = null!;

    public Viewer? Viewer => current.Viewer;

    public string Here => $"/invitation?code={Uri.EscapeDataString(Code ?? "")}";

    public string Describe(Refusal refusal) => refusals.Describe(refusal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Viewer is not null)
        {
            ModelState.Clear();
        }
        else if (!ModelState.IsValid)
        {
            return Page();
        }

        var joined = await accept.HandleAsync(Code, Viewer, Viewer is null ? Input : null, cancellationToken);
        return joined.TryGet(out var account, out var refusal) ? await WelcomeAsync(account) : await RefuseAsync(refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await signIn.SignOutAsync();
        Response.Cookies.Delete(SessionViewer.AccountCookie);
        return LocalRedirect(Here);
    }

    private async Task<IActionResult> WelcomeAsync(JoinedAccount joined)
    {
        if (Viewer is null && await signIn.UserManager.FindByIdAsync(joined.Person.ToString()) is { } person)
        {
            await signIn.SignInAsync(person, isPersistent: false);
        }

        SessionViewer.Choose(HttpContext, joined.Account);
        this.Tell(texts["Told.Joined", View.AccountName]);
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal is NotFound || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // What has ended in the meantime is said by the page itself.
        if (View.Ended is null)
        {
            ModelState.AddModelError("", refusals.Describe(refusal));
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (await reader.FindAsync(Code, Viewer, cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
