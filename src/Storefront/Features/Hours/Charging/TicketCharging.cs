using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Quotes;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>
/// What work on a ticket takes from the account's hours: as it is logged, again when its class changes (FEN-11), and when the ticket closes
/// (FEN-10, FEN-12). Inside an action's transaction.
/// </summary>
public sealed class TicketCharging(
    SubscriptionStore subscriptions, WorkedHours worked, LeastCharge leastCharge, Handbooks handbooks, QuoteBook quotes, QuoteHolds holds)
{
    private const int MinutesAnHour = 60;

    /// <summary>
    /// Charges a new log under the quote of its ticket; beyond the quote's minutes, or without one where it needs one, it is refused (FEN-13).
    /// </summary>
    public async Task<Result<Done>> LogAsync(AccountScope scope, Ticket ticket, WorkLog log, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        log.OnCallMinutes = log.Minutes - WorkLogRules.MinutesInBusinessHours(handbooks.Present.Calendar, log.Minutes, log.WorkedAt);
        if ((await quotes.CoverAsync(scope, log, ChargeOf(ticket, log, PolicyOf(current)), cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        return await ChargeAsync(scope, ticket, log, cancellationToken);
    }

    /// <summary>Takes what a log costs under the ticket's present class, and writes it into the log.</summary>
    public async Task<Result<Done>> ChargeAsync(AccountScope scope, Ticket ticket, WorkLog log, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var minutes = ChargeOf(ticket, log, PolicyOf(current));
        if (minutes == 0)
        {
            return Done.Value;
        }

        var cause = new HourCause(HourCauseKind.WorkLog, log.Id.Value, ticket.Id);
        var held = await QuoteHolds.HeldAsync(scope, cancellationToken);
        var fromHold = await QuoteHolds.ForAsync(scope, log.QuoteId, minutes, cancellationToken);
        var taken = await worked.TakeAsync(scope, current, minutes, log.WorkedAt, cause, KeyOf(log), cancellationToken, fromHold);
        if (fromHold > 0 && !taken.IsRefused)
        {
            await QuoteHolds.UsedAsync(scope, log.QuoteId!.Value, held - await QuoteHolds.HeldAsync(scope, cancellationToken), cancellationToken);
        }

        return taken.Map(fromBalance =>
        {
            (log.ChargedMinutes, log.OverageMinutes) = (minutes, minutes - fromBalance);
            ticket.ChargedMinutes += minutes;
            return Done.Value;
        });
    }

    /// <summary>Gives back what a log took.</summary>
    public async Task<Result<Done>> ReturnAsync(
        AccountScope scope, Ticket ticket, WorkLog log, string? reason, CancellationToken cancellationToken)
    {
        if (log.ChargedMinutes > log.OverageMinutes
            && (await worked.ReturnAsync(scope, KeyOf(log), reason, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        ticket.ChargedMinutes -= log.ChargedMinutes;
        return Done.Value;
    }

    /// <summary>
    /// Takes a log back for good: its minutes return, with the last of them what had brought the ticket to its least charge (FEN-10), and what
    /// had been priced beyond the hours is credited at the rate at which it was priced (FEN-12).
    /// </summary>
    public async Task<Result<Done>> TakeBackAsync(
        AccountScope scope, Ticket ticket, WorkLog log, string? reason, CancellationToken cancellationToken)
    {
        if ((await ReturnAsync(scope, ticket, log, reason, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var left = (await LogsAsync(scope, ticket, cancellationToken)).Where(other => other.Id != log.Id).ToList();
        var minimumFalls = MinutesInBusinessHours(left) == 0;
        if (minimumFalls && (await leastCharge.ReturnAsync(scope, ticket, left, reason, cancellationToken)).Refusal is { } stuck)
        {
            return stuck;
        }

        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var before = await PricedAsync(scope, ticket, cancellationToken);
        var tooMuch = before.Sum(overage => overage.WorkMinutes) - left.Sum(other => other.OverageMinutes);
        foreach (var priced in before.GroupBy(overage => (overage.HourlyRate, overage.PlanKey)).OrderByDescending(priced => priced.Max(overage => overage.ClosedAt)))
        {
            var minutes = Math.Max(0, Math.Min(tooMuch, priced.Sum(overage => overage.WorkMinutes)));
            var topUp = minimumFalls ? priced.Sum(overage => overage.TopUpMinutes) : 0;
            if (minutes + topUp > 0)
            {
                tooMuch -= minutes;
                await CreditAsync(scope, ticket, current, [.. priced], minutes, topUp, cancellationToken);
            }
        }

        return Done.Value;
    }

    /// <summary>Judges the logs anew after the class was changed: what had been free may cost now, and the other way round (FEN-11).</summary>
    public async Task<Result<Done>> RejudgeAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        foreach (var log in await LogsAsync(scope, ticket, cancellationToken))
        {
            if (ChargeOf(ticket, log, PolicyOf(current)) == log.ChargedMinutes)
            {
                continue;
            }

            if ((await ReturnAsync(scope, ticket, log, reason: null, cancellationToken)).Refusal is { } stuck)
            {
                return stuck;
            }

            (log.ChargedMinutes, log.OverageMinutes) = (0, 0);
            log.ChargeRevision++;
            if ((await ChargeAsync(scope, ticket, log, cancellationToken)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        await holds.ReconcileAsync(scope, cancellationToken);
        return Done.Value;
    }

    /// <summary>
    /// Settles a ticket that closes: it is brought to the least charge of the plan in force, for work in business hours (FEN-10), and what
    /// did not fit into the included hours is priced (FEN-12). Closing it again settles only what came since, and gives back what an earlier
    /// closing had added where the work has come to more by itself.
    /// </summary>
    public async Task CloseAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken)
    {
        await quotes.CloseAsync(scope, ticket, cancellationToken);
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var policy = PolicyOf(current);
        var logs = await LogsAsync(scope, ticket, cancellationToken);
        var planKey = current?.State.EffectiveTerms.PlanKey ?? handbooks.Present.Changes.BasePlan;
        var topUp = planKey is null ? 0 : TopUpOf(ticket, logs, policy, planKey);
        if (topUp < 0 && (await leastCharge.ReturnAsync(scope, ticket, logs, reason: null, cancellationToken)).Refusal is null)
        {
            await CreditTopUpsAsync(scope, ticket, current, cancellationToken);
            topUp = TopUpOf(ticket, logs, policy, planKey!);
        }

        var notCovered = topUp > 0 ? await leastCharge.TakeAsync(scope, ticket, current, topUp, cancellationToken) : 0;
        if (planKey is not null && policy.Overage == OveragePolicy.Bill)
        {
            await PriceAsync(scope, ticket, current, planKey, logs.Sum(log => log.OverageMinutes), notCovered, cancellationToken);
        }
    }

    private async Task PriceAsync(
        AccountScope scope, Ticket ticket, CurrentSubscription? current, string planKey, int workMinutes, int topUpMinutes, CancellationToken cancellationToken)
    {
        var before = await PricedAsync(scope, ticket, cancellationToken);
        var open = workMinutes - before.Sum(overage => overage.WorkMinutes);
        if (open <= 0 && topUpMinutes == 0)
        {
            return;
        }

        var house = current is null ? handbooks.Present : await handbooks.OfVersionAsync(scope.Db, current.Row.HandbookVersion, cancellationToken);
        var currency = current?.State.Terms.Price.Currency ?? house.DefaultCurrency;
        var rate = house.Plans.Find(planKey)!.OverageHourlyRates.First(hourly => hourly.Currency == currency);
        var work = Math.Max(0, open);
        var net = rate.MultiplyByFraction(work + topUpMinutes, MinutesAnHour);
        await RecordAsync(
            scope,
            current,
            new HourOverage
            {
                AccountId = scope.AccountId,
                Id = OverageId.New(scope.Now),
                TicketId = ticket.Id,
                PlanKey = planKey,
                WorkMinutes = work,
                TopUpMinutes = topUpMinutes,
                HourlyRate = rate,
                Net = net,
                Tax = handbooks.Present.Tax.Rate.On(net),
                ClosedAt = scope.Now,
            },
            cancellationToken);
    }

    /// <summary>What is left of all that was priced at one rate is priced anew, so that a credit of the whole is the whole to the minor unit.</summary>
    private Task CreditAsync(
        AccountScope scope, Ticket ticket, CurrentSubscription? current, List<HourOverage> priced, int minutes, int topUpMinutes, CancellationToken cancellationToken)
    {
        var (rate, currency) = (priced[0].HourlyRate, priced[0].Net.Currency);
        var left = rate.MultiplyByFraction(priced.Sum(overage => overage.Minutes) - minutes - topUpMinutes, MinutesAnHour);
        return RecordAsync(
            scope,
            current,
            new HourOverage
            {
                AccountId = scope.AccountId,
                Id = OverageId.New(scope.Now),
                TicketId = ticket.Id,
                PlanKey = priced[0].PlanKey,
                WorkMinutes = -minutes,
                TopUpMinutes = -topUpMinutes,
                HourlyRate = rate,
                Net = left - Money.Sum(priced.Select(overage => overage.Net), currency),
                Tax = handbooks.Present.Tax.Rate.On(left) - Money.Sum(priced.Select(overage => overage.Tax), currency),
                ClosedAt = scope.Now,
            },
            cancellationToken);
    }

    private async Task CreditTopUpsAsync(AccountScope scope, Ticket ticket, CurrentSubscription? current, CancellationToken cancellationToken)
    {
        foreach (var priced in (await PricedAsync(scope, ticket, cancellationToken)).GroupBy(overage => (overage.HourlyRate, overage.PlanKey)))
        {
            if (priced.Sum(overage => overage.TopUpMinutes) is > 0 and var minutes)
            {
                await CreditAsync(scope, ticket, current, [.. priced], 0, minutes, cancellationToken);
            }
        }
    }

    private static async Task RecordAsync(AccountScope scope, CurrentSubscription? current, HourOverage overage, CancellationToken cancellationToken)
    {
        scope.Db.Add(overage);
        scope.Append(new HourOverageRecorded(overage.Id, overage.TicketId, overage.Minutes, overage.Net.MinorUnits, overage.Net.Currency.Code));
        if (current?.Row.StripeSubscriptionId is not null)
        {
            await BillOverage.ScheduleAsync(scope, overage.Id, cancellationToken);
        }
    }

    private int TopUpOf(Ticket ticket, List<WorkLog> logs, HourPolicy policy, string planKey)
    {
        var toppedUp = ticket.ChargedMinutes - logs.Sum(log => log.ChargedMinutes);
        return WorkLogRules.TopUp(policy, planKey, MinutesInBusinessHours(logs)) - toppedUp;
    }

    private int MinutesInBusinessHours(List<WorkLog> logs) => logs.Where(log => log.ChargedMinutes > 0)
        .Sum(log => WorkLogRules.MinutesInBusinessHours(handbooks.Present.Calendar, log.Minutes, log.WorkedAt));

    private int ChargeOf(Ticket ticket, WorkLog log, HourPolicy policy)
    {
        var house = handbooks.Present;
        return log.InMoney ? 0
            : house.Tickets.FindClass(ticket.ClassKey) is { } @class && house.Tickets.FindKind(ticket.KindKey) is { } kind
            ? WorkLogRules.ChargedMinutes(@class, kind, policy, house.Calendar, log.Minutes, log.WorkedAt)
            : log.Minutes;
    }

    private HourPolicy PolicyOf(CurrentSubscription? current) => (current?.Policies ?? subscriptions.PresentPolicies).Hours;

    private static Task<List<WorkLog>> LogsAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken) => scope.Db.Set<WorkLog>()
        .Where(log => log.AccountId == scope.AccountId && log.TicketId == ticket.Id && log.ReversedAt == null)
        .OrderBy(log => log.LoggedAt).ToListAsync(cancellationToken);

    private static Task<List<HourOverage>> PricedAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken) => scope.Db.Set<HourOverage>()
        .Where(overage => overage.AccountId == scope.AccountId && overage.TicketId == ticket.Id).ToListAsync(cancellationToken);

    private static string KeyOf(WorkLog log) =>
        log.ChargeRevision == 0 ? HourKeys.Use(log.Id) : string.Create(CultureInfo.InvariantCulture, $"{HourKeys.Use(log.Id)}:{log.ChargeRevision}");
}
