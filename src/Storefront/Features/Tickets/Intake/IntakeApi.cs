using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>How tickets were taken in, by ticket.</summary>
public sealed class TicketIntakeDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<TicketKey, TicketIntakeRow?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<TicketKey, TicketIntakeRow?>> LoadBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TicketIntakeRow>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.TicketId))
            .ToDictionaryAsync(row => new TicketKey(row.AccountId, row.TicketId), TicketIntakeRow? (row) => row, cancellationToken);
    }
}

/// <summary>How a ticket was taken in.</summary>
[ExtendObjectType<Ticket>]
public static class TicketIntakeFields
{
    /// <summary>How it came, what it waits for before work can begin, and what came of its analysis.</summary>
    public static async Task<TicketIntakeView> IntakeAsync(
        [Parent] Ticket ticket, TicketIntakeDataLoader intakes, Handbook handbook, CancellationToken cancellationToken) =>
        new(ticket, await intakes.LoadAsync(ticket.Key, cancellationToken), handbook);
}

/// <summary>How a ticket was taken in: its way, what it waits for, what came of its analysis.</summary>
[ObjectType("TicketIntake")]
public sealed class TicketIntakeView(Ticket ticket, TicketIntakeRow? row, Handbook handbook)
{
    /// <summary>Key of the house's channel by which it came; null for the form and the API.</summary>
    public string? ChannelKey => row?.ChannelKey;

    /// <summary>Whether the customer still has to grant access before work begins.</summary>
    public bool NeedsAccess => ticket.NeedsAccess;

    /// <summary>Whether it still has to be found out whether it can be done.</summary>
    public bool NeedsViability => ticket.NeedsViability;

    /// <summary>Whether it can be done; null while that is not known, or was no question.</summary>
    public bool? Viable => row?.Viable;

    /// <summary>How its analysis ended last; null while it has not.</summary>
    public AnalysisOutcome? Outcome => row?.Outcome;

    /// <summary>When its analysis ended last; null while it has not.</summary>
    public Instant? OutcomeAt => row?.OutcomeAt;

    /// <summary>Key of why it was turned down; null when it was not.</summary>
    public string? TurnedDownAs => row?.TurnedDownAs;

    /// <summary>Whether what was turned down can be quoted.</summary>
    public bool Quotable => handbook.Intake.FindOutside(row?.TurnedDownAs)?.QuoteKind is not null;

    /// <summary>When a quote of what was turned down was asked for; null when none was.</summary>
    public Instant? QuoteAskedAt => row?.QuoteAskedAt;

    /// <summary>When priority was asked for; null when it was not.</summary>
    public Instant? PriorityAskedAt => row?.PriorityAskedAt;
}
