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
/// <param name="Work">What similar work took, or what the catalogue says it takes; null when nothing is known.</param>
/// <param name="OnCall">What work on it now, outside business hours, would cost.</param>
/// <param name="OnCallPercent">What minutes worked on call count, 200 for double.</param>
/// <param name="CostsHours">Whether its work is taken from the hours.</param>
/// <param name="Ahead">Tickets of the house that would be begun before it; null while its class is not known.</param>
public sealed record TicketOutlook(
    TicketClass? Class,
    TicketKind? Kind,
    IReadOnlyList<TargetProgress> Targets,
    Instant? JoinsAt,
    Instant? NextPeriodStart,
    Instant? BackAt,
    int AvailableMinutes,
    WorkOutlook? Work,
    OnCallOutlook OnCall,
    int OnCallPercent,
    bool CostsHours,
    int? Ahead)
{
    /// <summary>What would be left of the hours afterwards, the least first; null when nothing is known, below zero where they do not suffice.</summary>
    public (int Least, int Most)? Remaining => Work is null ? null
        : CostsHours ? (AvailableMinutes - Work.MostMinutes, AvailableMinutes - Work.LeastMinutes)
        : (AvailableMinutes, AvailableMinutes);
}

/// <summary>Says what would come of a ticket before it is sent.</summary>
public sealed class TicketOutlooks(
    IDbContextFactory<StorefrontDb> contexts,
    TicketStore tickets,
    TicketTurnReader turns,
    TicketPlaces places,
    SimilarWork similar,
    SubscriptionStore subscriptions,
    Handbooks handbooks,
    BusinessClock clock)
{
    public async Task<TicketOutlook> ReadAsync(AccountId account, TicketQuestion question, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var calendar = handbooks.Present.Calendar;
        var current = await subscriptions.FindCurrentAsync(db, account, cancellationToken);
        var next = tickets.Policy.Scheduling ? NextPeriod.StartOf(current) : null;
        var joins = question.Schedule && next > now ? next : null;
        var kind = tickets.Policy.FindKind(question.Kind ?? "");
        var proposal = ClassProposal.Propose(tickets.Policy, question.Kind ?? "", question.Urgency, question.Impact);
        var proposed = proposal.IsRefused ? null : proposal.Value;
        var available = await db.Set<HourEntryRow>().Where(entry => entry.AccountId == account)
            .OrderByDescending(entry => entry.Sequence).Select(entry => entry.BalanceAfter).FirstOrDefaultAsync(cancellationToken);
        var hours = current?.Policies.Hours ?? handbooks.Present.Hours;
        return new TicketOutlook(
            proposed,
            kind,
            proposed is null ? [] : await ForecastAsync(db, account, current, proposed, calendar, joins ?? now, cancellationToken),
            joins,
            next > now ? next : null,
            calendar.IsOpen(now) ? null : calendar.NextOpening(now),
            available,
            await WorkAsync(db, account, question, proposed, cancellationToken),
            proposed is null || kind is null || joins is not null ? OnCallOutlook.None
                : OnCallOutlooks.Of(proposed, kind, tickets.Policy, hours, calendar, now),
            hours.OnCallPercent,
            proposed?.CostsHours != false && kind?.CostsHours != false,
            proposed is null || joins is not null ? null : await AheadAsync(db, current, proposed, now, cancellationToken));
    }

    private async Task<IReadOnlyList<TargetProgress>> ForecastAsync(
        StorefrontDb db,
        AccountId account,
        CurrentSubscription? current,
        TicketClass proposed,
        BusinessCalendar calendar,
        Instant opened,
        CancellationToken cancellationToken)
    {
        var version = current?.Row.HandbookVersion ?? handbooks.Present.Version.Hash;
        var terms = await tickets.TermsAsync(db, account, version, cancellationToken);
        var forecast = Targets.Forecast(terms.Targets, proposed.Key, terms.PlanKey, calendar, opened);
        if (terms.Turns is not { } policy || !policy.MakesWait(proposed.Key) || forecast.FirstOrDefault(target => target.Kind == policy.Target) is not { } turn)
        {
            return forecast;
        }

        var id = TicketId.New(opened);
        var sent = TicketRules.Sent(id, tickets.Policy, proposed, opened);
        var expected = await turns.ExpectedAsync(db, account, opened, new TurnTicket(sent, int.MaxValue, proposed.Rank, turn), cancellationToken);
        return expected.TryGetValue(id, out var from)
            ? [.. forecast.Select(target => target.Kind == policy.Target ? target.Waiting(from) : target)]
            : forecast;
    }

    private async Task<WorkOutlook?> WorkAsync(
        StorefrontDb db, AccountId account, TicketQuestion question, TicketClass? proposed, CancellationToken cancellationToken) =>
        handbooks.Present.AddOns.FirstOrDefault(known => known.Key == question.AddOn) is { } addOn
            ? new WorkOutlook(addOn.EstimatedMinutes, addOn.EstimatedMinutes, 0, WorkBasis.Catalogue)
            : proposed is not null && question.Kind is { } kind ? await similar.ReadAsync(db, account, kind, proposed.Key, cancellationToken)
            : null;

    private async Task<int> AheadAsync(
        StorefrontDb db, CurrentSubscription? current, TicketClass proposed, Instant now, CancellationToken cancellationToken)
    {
        var plan = current is null ? null : handbooks.Present.Plans.Find(current.Row.PlanKey);
        var sent = new QueuedTicket(TicketId.New(now), int.MaxValue, proposed.Rank, plan?.Priority ?? 0, now);
        return (await places.CountAsync(db, sent, cancellationToken)).Ahead;
    }
}

/// <summary>What a form asks about.</summary>
/// <param name="Kind">Key of a kind; null while none is chosen.</param>
/// <param name="Urgency">The answer, where the house asks.</param>
/// <param name="Impact">The answer, where the house asks.</param>
/// <param name="Schedule">Whether it is for the next period.</param>
/// <param name="AddOn">Key of what is asked for from the catalogue; null for anything else (FEN-19).</param>
public sealed record TicketQuestion(string? Kind, Urgency? Urgency, Impact? Impact, bool Schedule, string? AddOn);
