using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Drafts;

/// <summary>Where scripts send what is being typed, for customers and for staff.</summary>
public sealed class IndexModel(DraftStore drafts, TicketReader tickets, TicketStore policy, CurrentViewer current) : PageModel
{
    private Viewer Viewer => current.Viewer!;

    public IActionResult OnGet(int number) => Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/tickets/{number}"));

    public async Task<IActionResult> OnPostAsync(int number, DraftKind kind, string? body, string? key, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || key is { Length: > IdempotentAction.MaxKeyLength } || await FindAsync(number, kind, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        if (body?.Length > policy.Policy.Limits.BodyLength || body?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await drafts.KeepAsync(ticket, Viewer.UserId, kind, body ?? "", key, cancellationToken);
        return StatusCode(StatusCodes.Status204NoContent);
    }

    // A note is staff's; a member who only reads has nothing to send.
    private async Task<TicketKey?> FindAsync(int number, DraftKind kind, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account)
        {
            return Viewer.IsStaff ? await tickets.FindForStaffAsync(number, cancellationToken) : null;
        }

        return kind == DraftKind.Reply && !Viewer.WritableAccount().IsRefused && await tickets.FindIdAsync(account, number, cancellationToken) is { } id
            ? new TicketKey(account, id)
            : null;
    }
}
