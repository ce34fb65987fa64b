using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>Which of an account's tickets are asked for; what is null or empty does not narrow.</summary>
/// <param name="Search">Words of the subject, or a number.</param>
/// <param name="Statuses">Any of these.</param>
/// <param name="ClassKey">That class.</param>
/// <param name="KindKey">That kind.</param>
public sealed record TicketFilter(string? Search = null, IReadOnlyCollection<TicketStatus>? Statuses = null, string? ClassKey = null, string? KindKey = null)
{
    private const int MostCharacters = 200;

    /// <summary>Neither resolved nor closed.</summary>
    public static IReadOnlyCollection<TicketStatus> Unfinished { get; } =
        [.. Enum.GetValues<TicketStatus>().Where(status => status is not (TicketStatus.Resolved or TicketStatus.Closed))];

    public static IReadOnlyCollection<TicketStatus> Finished { get; } = [TicketStatus.Resolved, TicketStatus.Closed];

    /// <summary>The tickets that fit.</summary>
    public IQueryable<Ticket> Apply(IQueryable<Ticket> tickets)
    {
        if (Statuses is { Count: > 0 } statuses)
        {
            tickets = tickets.Where(ticket => statuses.Contains(ticket.Status));
        }

        if (ClassKey is { Length: > 0 } @class)
        {
            tickets = tickets.Where(ticket => ticket.ClassKey == @class);
        }

        if (KindKey is { Length: > 0 } kind)
        {
            tickets = tickets.Where(ticket => ticket.KindKey == kind);
        }

        var words = new string([.. (Search ?? "").Take(MostCharacters).Where(character => !char.IsControl(character))]).Trim();
        if (words.Length == 0)
        {
            return tickets;
        }

        var folded = FoldedText.Of(words);
        return int.TryParse(words.TrimStart('#'), out var number)
            ? tickets.Where(ticket => ticket.Number == number || ticket.FoldedSubject.Contains(folded))
            : tickets.Where(ticket => ticket.FoldedSubject.Contains(folded));
    }
}
