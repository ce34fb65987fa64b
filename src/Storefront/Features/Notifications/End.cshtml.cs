using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>
/// Where the link under a mail leads. Opening it asks; only a POST ends the mails, a mail program's as well as the page's own form (RFC 8058): the
/// sealed link is what allows it, so neither a session nor a form's token is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class EndModel(UnsubscribeLinks links, Unsubscribe unsubscribe) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public MailKind Kind { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>Whether all mails were ended that can be.</summary>
    public bool IsEverything { get; private set; }

    public IActionResult OnGet()
    {
        if (links.Read(Token) is not var (_, kind))
        {
            return NotFound();
        }

        Kind = kind;
        return Page();
    }

    // No redirect: mail programs take it for a failure.
    public async Task<IActionResult> OnPostAsync(bool everything, CancellationToken cancellationToken)
    {
        if (!(await unsubscribe.HandleAsync(Token, everything, cancellationToken)).TryGet(out var kind, out _))
        {
            return NotFound();
        }

        (Kind, IsDone, IsEverything) = (kind, true, everything);
        return Page();
    }
}
