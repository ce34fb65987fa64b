using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Desk.Presence;
using Storefront.Features.Drafts;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>Everything of one ticket on one screen, and everything that staff do to it.</summary>
public sealed partial class TicketModel(
    DeskTicketReader reader,
    TicketReader tickets,
    AttachmentReader attachments,
    CurrentViewer current,
    ReaderZone zone,
    DeskWords words,
    DeskPresence presence,
    StaffReader people,
    IStringLocalizer<DeskTexts> texts) : PageModel
{
    private DeskTicket? ticket;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public DeskTicket Ticket => ticket ?? throw new InvalidOperationException("The page is shown only of a ticket that was found.");

    public TicketForms.ReplyForm Reply { get; private set; } = new();

    public TicketForms.NoteForm Note { get; private set; } = new();

    public TicketForms.ClassForm Class { get; private set; } = new();

    public TicketForms.PlanForm Plan { get; private set; } = new();

    public TicketForms.WorkaroundForm Workaround { get; private set; } = new();

    public TicketForms.WorkForm Work { get; private set; } = new();

    /// <summary>Files of an answer that could not be sent yet.</summary>
    public IReadOnlyList<Attachment> Uploaded { get; private set; } = [];

    /// <summary>Whether the reader works on it.</summary>
    public bool IsMine => Ticket.Ticket.AssigneeId == Staff.UserId;

    public LiveStream Stream { get; private set; } = new("");

    /// <summary>Who else of the house looks at it now.</summary>
    public IReadOnlyList<DeskLooker> Lookers => [.. presence.At(Number).Where(looker => looker.Id != Staff.UserId)];

    /// <summary>Whom it can be given to.</summary>
    public IReadOnlyList<StaffPerson> People { get; private set; } = [];

    private Viewer Staff => current.Viewer!;

    /// <summary>When the answer in the form was kept as a draft; null when it was not.</summary>
    public Instant? DraftSavedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromServices] DraftStore drafts, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var draft = await drafts.FindAsync(Ticket.Key, Staff.UserId, DraftKind.Reply, cancellationToken);
        (Reply.Body, DraftSavedAt) = (draft?.Body, draft?.SavedAt);
        Note.Body = (await drafts.FindAsync(Ticket.Key, Staff.UserId, DraftKind.Note, cancellationToken))?.Body;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        ticket = await reader.FindAsync(Number, cancellationToken);
        People = ticket is null ? [] : await people.ListAsync(cancellationToken);
        Stream = LiveStream.For("subscription($number: Int!) { deskTicketChanged(number: $number, looking: true) { at } }", $"{{\"number\":{Number}}}");
        return ticket is not null;
    }

    /// <summary>Says that it was done and shows the page anew, or shows what was typed with the reason beside the field.</summary>
    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, string field, string told, CancellationToken cancellationToken)
    {
        switch (result.Refusal)
        {
            case null:
                this.Tell(texts[told]);
                return RedirectToPage(new { Number });
            case NotFound { What: "ticket" or "work-log" }:
                return NotFound();
            case var refusal:
                return await FailAsync(field, words.Describe(refusal), cancellationToken);
        }
    }

    private async Task<IActionResult> FailAsync(string field, string message, CancellationToken cancellationToken)
    {
        ModelState.AddModelError(field, message);
        return await AgainAsync(cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Reply.Attachments.Count > 0)
        {
            Uploaded = await attachments.ListWaitingAsync(
                Ticket.Key.AccountId, Staff.UserId, [.. Reply.Attachments.Select(id => new AttachmentId(id))], cancellationToken);
        }

        return Page();
    }

    private Task<TicketKey?> FindKeyAsync(CancellationToken cancellationToken) => tickets.FindForStaffAsync(Number, cancellationToken);
}
