using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>All tickets of the account: what is open first.</summary>
public sealed class IndexModel(
    TicketReader reader, MoveTicketInQueue move, TicketFaults faults, CurrentViewer current, Handbook handbook, IStringLocalizer<TicketsTexts> texts) : PageModel
{
    private const int PageSize = 25;
    private const string Finished = "finished";
    private const string All = "all";

    /// <summary>The tickets shown: open (the default), finished or all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "class")]
    public string? Class { get; set; }

    /// <summary>Where the page begins, as <see cref="PositionText"/> writes it; null for the beginning.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public Handbook Handbook => handbook;

    public TicketList List { get; private set; } = null!;

    public bool HasAny { get; private set; }

    public static IReadOnlyList<string> Choices { get; } = ["open", Finished, All];

    public string Shown => Show is Finished or All ? Show : Choices[0];

    /// <summary>Whether a search or a class narrows what is shown.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Class);

    public PageLinks Pages => new(
        After is null ? null : Address(Shown),
        List.Next is { } next ? Address(Shown, PositionText(next)) : null);

    /// <summary>Whether the reader may put its tickets in another order.</summary>
    public bool CanReorder => handbook.Tickets.CustomerOrder && current.Viewer?.WritableAccount().IsRefused == false;

    /// <summary>
    /// The tickets as they are shown: the latest changed first; where places can be changed those that wait stand among their class's in the
    /// queue's order, so that up is up.
    /// </summary>
    public IReadOnlyList<TicketLine> Lines()
    {
        var waiting = List.Tickets.Where(line => line.Place is not null).GroupBy(line => line.Ticket.ClassRank)
            .ToDictionary(group => group.Key, group => new Queue<TicketLine>(group.OrderBy(line => line.Place!.Position)));
        return CanReorder ? [.. List.Tickets.Select(line => line.Place is null ? line : waiting[line.Ticket.ClassRank].Dequeue())] : List.Tickets;
    }

    /// <summary>The tickets of this page that wait and are of that one's class, the next first: those with which it can change places.</summary>
    public IReadOnlyList<TicketLine> Peers(TicketLine line) =>
    [
        .. List.Tickets.Where(other => other.Place is not null && other.Ticket.ClassRank == line.Ticket.ClassRank).OrderBy(other => other.Place!.Position),
    ];

    /// <summary>Puts a ticket before another, or last, both by number.</summary>
    public async Task<IActionResult> OnPostMoveAsync(string? order, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: { } account } viewer)
        {
            return NotFound();
        }

        var numbers = (order ?? "").Split('-').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        if (numbers is not [var moved, var next] || await reader.FindIdAsync(account, moved, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        TicketId? before = next == 0 ? null : await reader.FindIdAsync(account, next, cancellationToken);
        if (next != 0 && before is null)
        {
            return NotFound();
        }

        if ((await move.HandleAsync(new MoveTicketInQueueInput(ticket, before), viewer, cancellationToken)).Refusal is { } refusal)
        {
            faults.Add(ModelState, refusal);
            return await OnGetAsync(cancellationToken);
        }

        this.Tell(texts["Queue.Moved"]);
        return Redirect(Address(Shown));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: { } account } viewer)
        {
            return current.Viewer is { IsStaff: true } ? Redirect("/desk") : NotFound();
        }

        var statuses = Shown switch
        {
            Finished => TicketFilter.Finished,
            All => null,
            _ => TicketFilter.Unfinished,
        };
        List = await reader.ListAsync(account, new TicketFilter(Search, statuses, Class), Position(After), PageSize, cancellationToken);
        HasAny = List.Tickets.Count > 0 || await reader.HasAnyAsync(account, cancellationToken);
        return Page();
    }

    /// <summary>This page with another choice, the search kept.</summary>
    public string Address(string show, string? after = null) => Url.Page("/Tickets/Index", new
    {
        show = show == Choices[0] ? null : show,
        q = string.IsNullOrWhiteSpace(Search) ? null : Search,
        @class = string.IsNullOrEmpty(Class) ? null : Class,
        after,
    })!;

    /// <summary>Where a change of order is sent, so that the same list is shown afterwards.</summary>
    public string MoveAddress => $"{Address(Shown)}{(Address(Shown).Contains('?', StringComparison.Ordinal) ? "&" : "?")}handler=Move";

    private static string PositionText(TicketPosition position) => string.Create(
        CultureInfo.InvariantCulture, $"{(position.Finished ? 1 : 0)}-{position.UpdatedAt.ToUnixTimeTicks()}-{position.Number}");

    private static TicketPosition? Position(string? text) =>
        text?.Split('-') is [var finished, var ticks, var number]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Instant.MaxValue.ToUnixTimeTicks()
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new TicketPosition(finished == "1", Instant.FromUnixTimeTicks(at), last)
            : null;
}
