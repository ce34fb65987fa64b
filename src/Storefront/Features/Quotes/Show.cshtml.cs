using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Quotes;

/// <summary>A ticket's quote for the customer: what it offers, what approving it does, its versions, and the decision.</summary>
public sealed class ShowModel(
    QuoteReader reader,
    ApproveQuote approve,
    DeclineQuote decline,
    CurrentViewer current,
    RefusalTexts refusals,
    Handbook handbook,
    IStringLocalizer<QuotesTexts> texts) : PageModel
{
    [BindProperty]
    public Guid Quote { get; set; }

    [BindProperty]
    public string Key { get; set; } = FormKey.New();

    [BindProperty]
    public string? Reason { get; set; }

    public TicketQuotesView View { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>Whether the reader may decide.</summary>
    public bool CanDecide => !Viewer.WritableAccount().IsRefused;

    /// <summary>Why the reader may not approve the open quote, and whose approval it needs; null when it may.</summary>
    public string? BeyondLimit { get; private set; }

    /// <summary>Whether work quoted in money is released by its payment (ALF-08).</summary>
    public bool ReleasedByPayment => handbook.Quotes.Release == QuoteRelease.Payment;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(int number, CancellationToken cancellationToken) =>
        await AnswerAsync(number, await approve.HandleAsync(new QuoteId(Quote), Key, Viewer, cancellationToken), "Approved", cancellationToken);

    public async Task<IActionResult> OnPostDeclineAsync(int number, CancellationToken cancellationToken) =>
        await AnswerAsync(number, await decline.HandleAsync(new QuoteId(Quote), Reason, Viewer, cancellationToken), "Declined", cancellationToken);

    private async Task<IActionResult> AnswerAsync(int number, Result<QuoteRow> decided, string told, CancellationToken cancellationToken)
    {
        if (decided.Refusal is not { } refusal)
        {
            if (decided.Value.Status == QuoteStatus.ToBePaid && await LoadAsync(number, cancellationToken) && View.OrderReference is { } order)
            {
                this.Tell(texts["ApprovedToPay"], Tone.Success);
                return this.SeeOther($"/orders/{order}");
            }

            this.Tell(texts[told], Tone.Success);
            return RedirectToPage("/Tickets/Show", new { number });
        }

        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        // What is sent again is another attempt.
        ModelState.Remove(nameof(Key));
        Key = FormKey.New();
        Problem = refusals.Describe(refusal);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindAsync(account, number, cancellationToken) is not { } found)
        {
            return false;
        }

        View = found;
        BeyondLimit = found.Open is { Quote: var open } && await reader.LimitAsync(account, Viewer.UserId, open.Minutes, cancellationToken) is { } beyond
            ? refusals.Describe(beyond)
            : null;
        return true;
    }
}
