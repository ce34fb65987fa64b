using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Drafts;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>
/// Asks for work. What would come of it is shown before it can be sent: as the form is filled in, or without scripts after a first look.
/// </summary>
public sealed class NewModel(
    OpenTicket open,
    TicketOutlooks outlooks,
    FormFiles files,
    AttachmentReader attachments,
    NewTicketDrafts drafts,
    TicketFaults faults,
    CurrentViewer current,
    Handbook handbook,
    IStringLocalizer<TicketsTexts> texts) : PageModel
{
    private const string Send = "send";

    [BindProperty]
    public TicketForm Input { get; set; } = new();

    public Handbook Handbook => handbook;

    /// <summary>What would come of the ticket as the form stands.</summary>
    public TicketOutlook Outlook { get; private set; } = null!;

    /// <summary>Files that are kept already, for the form to name again.</summary>
    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    /// <summary>What the reader began before and did not send; null when there is nothing.</summary>
    public NewTicketDraft? Draft { get; private set; }

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(string? kind, string? subject, string? addOn, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account)
        {
            // Pages that everybody reads lead here, colleagues too.
            return Viewer.IsStaff ? Redirect("/desk") : NotFound();
        }

        if (Viewer.WritableAccount().Refusal is { } readOnly)
        {
            faults.Add(ModelState, readOnly);
        }

        (Input.Kind, Input.Subject, Input.Key) = (kind, subject, NewKey());
        if (handbook.AddOns.FirstOrDefault(known => known.Key == addOn) is { } wanted)
        {
            var culture = CultureInfo.CurrentUICulture;
            (Input.AddOn, Input.Kind, Input.Subject) = (wanted.Key, wanted.KindKey, wanted.Name.In(culture));
            Input.Body = texts["New.AddOnBody", wanted.Name.In(culture), wanted.Description.In(culture)];
        }

        Draft = await drafts.FindAsync(account, Viewer.UserId, cancellationToken);
        Input.IsDraft = Draft is null || !IsAskedFor(subject, addOn);
        if (Draft is not null && Input.IsDraft)
        {
            Draft.Fill(Input);
            Input.Kind ??= kind;
            Kept = await attachments.ListWaitingAsync(account, Viewer.UserId, [.. Input.Kept.Select(id => new AttachmentId(id))], cancellationToken);
        }

        await LookAheadAsync(cancellationToken);
        return Page();
    }

    /// <summary>What would come of it, for the form to show while it is filled in.</summary>
    public async Task<IActionResult> OnGetOutlookAsync(
        string? kind, Urgency? urgency, Impact? impact, bool schedule, string? addOn, CancellationToken cancellationToken) =>
        Viewer.AccountId is { } account
            ? Partial("_Outlook", await outlooks.ReadAsync(account, new TicketQuestion(kind, urgency, impact, schedule, addOn), cancellationToken))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account)
        {
            return NotFound();
        }

        if (Viewer.WritableAccount().Refusal is { } readOnly)
        {
            await LookAheadAsync(cancellationToken);
            return Refuse(readOnly);
        }

        Kept = await files.KeepAsync(account, Viewer.UserId, Input.Kept, Input.Files, ModelState, "Input.Files", cancellationToken);
        Input.Key = Guid.TryParse(Input.Key, out _) ? Input.Key : NewKey();
        var wanted = Input.ToAction([.. Kept.Select(file => file.Id), .. Input.Kept.Select(id => new AttachmentId(id))]);
        foreach (var fault in open.Check(wanted))
        {
            faults.Add(ModelState, fault);
        }

        await LookAheadAsync(cancellationToken);
        if (!ModelState.IsValid || step != Send || Input.Seen != Outlook.Class?.Key)
        {
            await KeepDraftAsync(account, cancellationToken);
            return Shown();
        }

        var opened = await open.HandleAsync(wanted, Viewer, cancellationToken, endsDraft: Input.IsDraft);
        if (opened.Refusal is { } refused)
        {
            await KeepDraftAsync(account, cancellationToken);
            return Refuse(refused);
        }

        this.Tell(texts["New.Opened", opened.Value.Number]);
        return RedirectToPage("/Tickets/Show", new { number = opened.Value.Number });
    }

    // Somebody came for that and nothing else.
    private static bool IsAskedFor(string? subject, string? addOn) => !string.IsNullOrWhiteSpace(subject) || !string.IsNullOrEmpty(addOn);

    // Without scripts what was typed is kept whenever it comes.
    private async Task KeepDraftAsync(AccountId account, CancellationToken cancellationToken)
    {
        Input.Kept = [.. Kept.Select(file => file.Id.Value)];
        if (Input.IsDraft && await drafts.KeepAsync(account, Viewer.UserId, Input, cancellationToken))
        {
            Draft = await drafts.FindAsync(account, Viewer.UserId, cancellationToken);
        }
    }

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    private PageResult Refuse(Refusal refusal)
    {
        faults.Add(ModelState, refusal);
        return Shown();
    }

    // Hidden fields show the model, not what came.
    private PageResult Shown()
    {
        ModelState.Remove("Input.Key");
        return Page();
    }

    private async Task LookAheadAsync(CancellationToken cancellationToken) => Outlook = await outlooks.ReadAsync(
        Viewer.AccountId!.Value, Input.ToQuestion(), cancellationToken);
}
