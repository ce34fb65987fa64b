using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Meetings;

/// <summary>Where anybody books a meeting, and a customer sees its own.</summary>
public sealed class IndexModel(
    MeetingReader reader,
    BookMeeting book,
    MeetingLinks links,
    TicketReader tickets,
    CurrentViewer current,
    ReaderZone zone,
    SiteLanguages languages,
    Handbook handbook,
    RefusalTexts refusals,
    IStringLocalizer<MeetingsTexts> texts) : PageModel
{
    [BindProperty]
    public BookingForm Input { get; set; } = new();

    /// <summary>Number of the ticket that the meeting is about; null for none.</summary>
    [BindProperty(SupportsGet = true, Name = "ticket")]
    public int? Ticket { get; set; }

    /// <summary>IANA name of the zone that times are shown in; null for what the browser told, or the house's.</summary>
    [BindProperty(SupportsGet = true, Name = "zone")]
    public string? ZoneName { get; set; }

    public SlotChoice Slots { get; private set; } = null!;

    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    public IReadOnlyList<Meeting> Past { get; private set; } = [];

    public bool IsCustomer => current.Viewer?.AccountId is not null;

    public bool CanBook => !IsCustomer || !current.Viewer!.WritableAccount().IsRefused;

    public MeetingPolicy Policy => handbook.Meetings;

    /// <summary>Where a meeting of the account is looked at and changed.</summary>
    public string LinkTo(Meeting meeting) => $"/meetings/{links.TokenOf(meeting.Id)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Key = Guid.CreateVersion7().ToString("N");
        return await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (InstantPattern.General.Parse(Input.StartsAt ?? "") is not { Success: true, Value: var start })
        {
            ModelState.AddModelError("Input.StartsAt", texts["Choose"]);
            return await LoadAsync(cancellationToken);
        }

        TicketId? ticket = null;
        if (Ticket is { } number)
        {
            ticket = current.Viewer?.AccountId is { } account ? await tickets.FindIdAsync(account, number, cancellationToken) : null;
            if (ticket is null)
            {
                return NotFound();
            }
        }

        var input = new BookMeetingInput(
            start, Input.Name, Input.Email, Input.Topic, ticket, languages.Current.Code, ShownZone.Id, Input.Key ?? "");
        var booked = await book.HandleAsync(input, current.Viewer, cancellationToken);
        if (booked.Refusal is not { } refusal)
        {
            return LocalRedirect($"/meetings/{links.TokenOf(booked.Value)}?booked=true");
        }

        if (refusal is NotFound)
        {
            return NotFound();
        }

        ModelState.AddModelError(FieldOf(refusal), refusal is TextNotValid ? texts["Text.NotValid"] : refusals.Describe(refusal));
        return await LoadAsync(cancellationToken);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        EmailNotValid => "Input.Email",
        TextNotValid { Faults: [{ Field: "name" }, ..] } => "Input.Name",
        TextNotValid => "Input.Topic",
        MeetingTimeTaken or MeetingTimeNotOffered => "Input.StartsAt",
        _ => "",
    };

    private DateTimeZone ShownZone => (ZoneName is { Length: < 64 } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null) ?? zone.Zone;

    private async Task<IActionResult> LoadAsync(CancellationToken cancellationToken)
    {
        Slots = new SlotChoice(await reader.FreeAsync(cancellationToken), ShownZone, Input.StartsAt);
        if (current.Viewer?.AccountId is { } account)
        {
            (Coming, Past) = await reader.ListAsync(account, cancellationToken);
        }

        return Page();
    }

    /// <summary>A booking as it was typed.</summary>
    public sealed class BookingForm
    {
        [Display(Name = "Book.Time")]
        public string? StartsAt { get; set; }

        [Display(Name = "Book.Name")]
        public string? Name { get; set; }

        [Display(Name = "Book.Email")]
        public string? Email { get; set; }

        [Display(Name = "Book.Topic")]
        public string? Topic { get; set; }

        /// <summary>Booked once, however often it is sent.</summary>
        public string? Key { get; set; }
    }
}
