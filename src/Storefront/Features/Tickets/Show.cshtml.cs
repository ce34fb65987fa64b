using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Drafts;
using Storefront.Features.Quotes;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>One ticket: where it stands, when what is promised, what was said and done; and what the customer can do.</summary>
public sealed class ShowModel(
    TicketReader reader,
    TicketTimeline timeline,
    QuoteReader quotes,
    ReplyToTicket reply,
    CloseTicket close,
    ReopenTicket reopen,
    RateTicket rate,
    FormFiles files,
    TicketFaults faults,
    DraftStore drafts,
    CurrentViewer current,
    Handbook handbook,
    IStringLocalizer<TicketsTexts> texts) : PageModel
{
    [BindProperty]
    public ReplyForm Input { get; set; } = new();

    public Handbook Handbook => handbook;

    public TicketDetails Details { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    /// <summary>The words of a rating that was refused, to be sent again; null otherwise.</summary>
    public string? Comment { get; private set; }

    /// <summary>What the reader typed before and did not send; null when there is nothing.</summary>
    public TicketDraft? Draft { get; private set; }

    /// <summary>Whether it waits for the money of a quote that the customer approved (ALF-08).</summary>
    public bool IsToBePaid { get; private set; }

    public LiveStream Live => TicketStreams.Of(Details);

    /// <summary>Whether the reader may answer, close and rate.</summary>
    public bool CanWrite => !Viewer.WritableAccount().IsRefused;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        Input.Key = Guid.CreateVersion7().ToString("N");
        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        Draft = await drafts.FindAsync(Details.Ticket.Key, Viewer.UserId, DraftKind.Reply, cancellationToken);
        Input.Body = Draft?.Body;
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(int number, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindIdAsync(account, number, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        if (Viewer.WritableAccount().Refusal is { } readOnly)
        {
            faults.Add(ModelState, readOnly);
        }
        else
        {
            Kept = await files.KeepAsync(account, Viewer.UserId, Input.Kept, Input.Files, ModelState, "Input.Files", cancellationToken);
        }

        if (ModelState.IsValid)
        {
            var wanted = Kept.Select(file => file.Id).Concat(Input.Kept.Select(id => new AttachmentId(id))).Distinct();
            var replied = await reply.HandleAsync(new ReplyToTicketInput(ticket, Input.Body, [.. wanted], Input.Key), Viewer, cancellationToken);
            if (replied.Refusal is not { } refusal)
            {
                this.Tell(texts["Show.Replied"]);
                return RedirectToPage(new { number });
            }

            faults.Add(ModelState, refusal);
        }

        await LoadAsync(number, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostCloseAsync(int number, CancellationToken cancellationToken) =>
        ActAsync(number, ticket => close.HandleAsync(ticket, Viewer, cancellationToken), texts["Show.Closed", number], cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(int number, CancellationToken cancellationToken) => ActAsync(
        number,
        ticket => reopen.HandleAsync(new ReopenTicketInput(ticket, Body: null), Viewer, cancellationToken),
        texts["Show.Reopened", number],
        cancellationToken);

    public Task<IActionResult> OnPostRateAsync(int number, int rating, string? comment, CancellationToken cancellationToken)
    {
        Comment = comment;
        return ActAsync(
            number, ticket => rate.HandleAsync(new RateTicketInput(ticket, rating, comment), Viewer, cancellationToken), texts["Show.Rated"], cancellationToken);
    }

    private async Task<IActionResult> ActAsync(
        int number, Func<TicketId, Task<Result<Done>>> action, string done, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindIdAsync(account, number, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        var result = await action(ticket);
        if (result.Refusal is not { } refusal)
        {
            this.Tell(done);
            return RedirectToPage(new { number });
        }

        faults.Add(ModelState, refusal);
        await LoadAsync(number, cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindAsync(account, number, cancellationToken) is not { } found)
        {
            return false;
        }

        Details = found;
        IsToBePaid = found.State.Status == TicketStatus.AwaitingApproval
            && (await quotes.FindAsync(account, number, cancellationToken))?.InForce?.Quote.Status == QuoteStatus.ToBePaid;
        Timeline = await timeline.ReadAsync(found.Ticket, cancellationToken);
        return true;
    }
}
