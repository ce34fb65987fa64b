using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>What would come of a ticket if it were sent now (FLU-12, FLU-14, FLU-17).</summary>
/// <param name="Class">The class it would be proposed as; null while the answers do not say.</param>
/// <param name="Kind">The kind chosen; null while none is.</param>
/// <param name="Targets">The promises it would get.</param>
/// <param name="JoinsAt">When it would join the queue, where that is not at once.</param>
/// <param name="NextPeriodStart">When the next period starts, for which it could be left; null when it cannot.</param>
/// <param name="BackAt">When somebody is there again; null when somebody is now.</param>
/// <param name="AvailableMinutes">What is left of the hours.</param>
public sealed record TicketOutlook(
    TicketClass? Class,
    TicketKind? Kind,
    IReadOnlyList<TargetProgress> Targets,
    Instant? JoinsAt,
    Instant? NextPeriodStart,
    Instant? BackAt,
    int AvailableMinutes);

/// <summary>Says what would come of a ticket before it is sent.</summary>
public sealed class TicketOutlooks(
    IDbContextFactory<StorefrontDb> contexts, TicketStore tickets, SubscriptionStore subscriptions, Handbooks handbooks, BusinessClock clock)
{
    public async Task<TicketOutlook> ReadAsync(
        AccountId account, string? kind, Urgency? urgency, Impact? impact, bool schedule, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var calendar = handbooks.Present.Calendar;
        var current = await subscriptions.FindCurrentAsync(db, account, cancellationToken);
        var next = tickets.Policy.Scheduling ? NextPeriod.StartOf(current) : null;
        var joins = schedule && next > now ? next : null;
        var proposed = ClassProposal.Propose(tickets.Policy, kind ?? "", urgency, impact);
        var available = await db.Set<HourEntryRow>().Where(entry => entry.AccountId == account)
            .OrderByDescending(entry => entry.Sequence).Select(entry => entry.BalanceAfter).FirstOrDefaultAsync(cancellationToken);
        return new TicketOutlook(
            proposed.IsRefused ? null : proposed.Value,
            tickets.Policy.FindKind(kind ?? ""),
            proposed.IsRefused ? [] : await ForecastAsync(db, account, current, proposed.Value.Key, calendar, joins ?? now, cancellationToken),
            joins,
            next > now ? next : null,
            calendar.IsOpen(now) ? null : calendar.NextOpening(now),
            available);
    }

    private async Task<IReadOnlyList<TargetProgress>> ForecastAsync(
        StorefrontDb db,
        AccountId account,
        CurrentSubscription? current,
        string classKey,
        BusinessCalendar calendar,
        Instant opened,
        CancellationToken cancellationToken)
    {
        var version = current?.Row.HandbookVersion ?? handbooks.Present.Version.Hash;
        var terms = await tickets.TermsAsync(db, account, version, cancellationToken);
        return Targets.Forecast(terms.Targets, classKey, terms.PlanKey, calendar, opened);
    }
}
