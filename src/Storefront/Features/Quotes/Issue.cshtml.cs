using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Plans.Rates;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Quotes;

/// <summary>Staff see a ticket's quote, issue a version of it, and take an open one back.</summary>
public sealed class IssueModel(
    QuoteReader reader,
    TicketReader tickets,
    IssueQuote issue,
    WithdrawQuote withdraw,
    RateCards rates,
    CurrentViewer current,
    DeskWords words,
    IClock clock,
    Handbook handbook,
    IStringLocalizer<QuotesTexts> texts) : PageModel
{
    [BindProperty]
    public QuoteForm Input { get; set; } = new();

    [BindProperty]
    public Guid Quote { get; set; }

    public TicketQuotesView View { get; private set; } = null!;

    /// <summary>What an hour costs today; null without a rate card.</summary>
    public Money? Rate { get; private set; }

    /// <summary>Why no quote can be issued yet, so that nobody fills the form in for nothing; null when one can.</summary>
    public string? NotYet { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is null)
        {
            return NotFound();
        }

        Input.Settlement = View.InForce?.Quote.Settlement ?? (handbook.SellsPlans ? QuoteSettlement.Hours : QuoteSettlement.Money);
        return Page();
    }

    public async Task<IActionResult> OnPostIssueAsync(int number, CancellationToken cancellationToken)
    {
        if (await tickets.FindForStaffAsync(number, cancellationToken) is not { } key)
        {
            return NotFound();
        }

        // What could not be read is not taken for what the form begins with.
        return ModelState.IsValid
            ? await AnswerAsync(number, await issue.HandleAsync(key, Input.ToAction(), current.Viewer!, cancellationToken), "Issue.Sent", cancellationToken)
            : await AgainAsync(number, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int number, CancellationToken cancellationToken) =>
        await tickets.FindForStaffAsync(number, cancellationToken) is not { } key ? NotFound() : await AnswerAsync(
            number, await withdraw.HandleAsync(new QuoteKey(key.AccountId, new QuoteId(Quote)), current.Viewer!, cancellationToken), "Withdrawn", cancellationToken);

    private async Task<IActionResult> AnswerAsync(int number, Result<QuoteRow> done, string told, CancellationToken cancellationToken)
    {
        if (done.Refusal is not { } refusal)
        {
            this.Tell(texts[told], Tone.Success);
            return RedirectToPage(new { number });
        }

        ModelState.AddModelError(FieldOf(refusal), words.Describe(refusal));
        return await AgainAsync(number, cancellationToken);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        TextNotValid => "Input.Description",
        MinutesNotValid => "Input.Minutes",
        QuotePriceNotValid or QuotePriceMissing => "Input.Price",
        QuoteSettlementFixed or QuoteInHoursNotOffered => "Input.Settlement",
        _ => "",
    };

    private async Task<IActionResult> AgainAsync(int number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is null)
        {
            return NotFound();
        }

        // A form whose key was used before for something else can be sent again as what it now is.
        ModelState.Remove("Input.Key");
        Input.Key = FormKey.New();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<TicketKey?> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { IsStaff: true }
            || await tickets.FindForStaffAsync(number, cancellationToken) is not { } key
            || await reader.FindAsync(key.AccountId, number, cancellationToken) is not { } found)
        {
            return null;
        }

        View = found;
        NotYet = found.InForce is null && await tickets.FindAsync(key.AccountId, number, cancellationToken) is { } details
            && TicketRules.Move(details.State, handbook.Tickets, TicketStatus.AwaitingApproval, TicketActor.Staff, clock.GetCurrentInstant()).Refusal is { } refusal
                ? words.Describe(refusal)
                : null;
        Rate = (await rates.ReadAsync(cancellationToken))?.Rate;
        return key;
    }
}
