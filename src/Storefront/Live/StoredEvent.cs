using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>An event as it is read from the log.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Stream">Who may see it.</param>
/// <param name="Sequence">Its place in the stream, from 1, without gaps.</param>
/// <param name="TicketId">The ticket that it is about, if any.</param>
/// <param name="At">When it happened, in business time.</param>
/// <param name="Happened">What happened.</param>
public sealed record StoredEvent(
    AccountId AccountId, EventStream Stream, long Sequence, TicketId? TicketId, Instant At, AccountEvent Happened) : LogItem(Sequence)
{
    /// <summary>The project that it is about, if any.</summary>
    public ProjectId? ProjectId => (Happened as IProjectEvent)?.ProjectId;
}

/// <summary>What a reader of the log is given.</summary>
/// <param name="Sequence">Where the reader stands after it.</param>
public abstract record LogItem(long Sequence);

/// <summary>Something between where the reader stood and here cannot be given any more, or never was: it has to look at the present state.</summary>
/// <param name="Sequence">The last sequence of the stream; what follows is given.</param>
public sealed record LogGap(long Sequence) : LogItem(Sequence);
