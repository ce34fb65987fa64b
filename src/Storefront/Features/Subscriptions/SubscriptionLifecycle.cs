using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Charging;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// What payments make of a subscription, inside an account's transaction. Everything here may be told twice, late or out of order (COM-05):
/// a payment is known by its business key.
/// </summary>
public sealed class SubscriptionLifecycle(SubscriptionStore subscriptions, Handbooks handbooks)
{
    /// <summary>Under which payments are remembered, for ever.</summary>
    internal const string PaidTermOperation = "subscription.paid-term";

    /// <summary>Whether the account may buy a plan at that price; <see cref="SubscriptionAlreadyRuns"/> when it has one. One that costs nothing gives way.</summary>
    public async Task<Result<Done>> EnsureCanBuyAsync(StorefrontDb db, AccountId account, Money price, CancellationToken cancellationToken) =>
        await subscriptions.FindCurrentAsync(db, account, cancellationToken) is { } running && (price.IsZero || !GivesWay(running))
            ? new SubscriptionAlreadyRuns(running.State.Terms.PlanKey)
            : Done.Value;

    /// <summary>
    /// What a plan costs the account now: its list price, or the difference from that of the plan it has earned (FEN-02). It says why it cannot buy it.
    /// </summary>
    internal async Task<Result<PurchasePrice>> PriceAsync(AccountScope scope, Plan plan, PlanPrice price, CancellationToken cancellationToken)
    {
        if ((await EnsureCanBuyAsync(scope.Db, scope.AccountId, price.Amount, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var house = handbooks.Present;
        var running = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var terms = new PlanTerms(plan.Key, plan.Rank, plan.MonthlyMinutes, price.Interval, price.Amount);
        return FreePlans.PriceOf(running?.State, terms, house.Plans, house.Tax.Rate);
    }

    /// <summary>
    /// The end of the period in which an order's price holds: an earned plan, or the one that follows, changes it (FEN-02). Null where nothing does.
    /// </summary>
    internal async Task<Instant?> PriceHoldsUntilAsync(AccountScope scope, CancellationToken cancellationToken) =>
        await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is { State: { IsRunning: true } state, Policies: { } policies }
            && (state.Earned is not null || state.EarnedNext is not null)
            ? policies.StartOf(state.Period.End)
            : null;

    /// <summary>
    /// Starts the subscription of an order that has been paid, under the terms that it was ordered under (COM-04), on the day it was paid,
    /// from which Stripe counts too; what has fallen due since is done. The same order again gives the subscription that it became.
    /// </summary>
    public async Task<Result<PlanSubscription>> StartAsync(
        AccountScope scope, Order order, FirstPayment payment, CancellationToken cancellationToken)
    {
        if (order.SubscriptionId is { } known
            && await subscriptions.FindAsync(scope.Db, scope.AccountId, known, cancellationToken) is { } started)
        {
            return started.Row;
        }

        if ((await EnsureCanBuyAsync(scope.Db, scope.AccountId, order.Price, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var handbook = await handbooks.OfVersionAsync(scope.Db, order.HandbookVersion, cancellationToken);
        var policies = await subscriptions.PoliciesOfAsync(
            scope.Db, order.HandbookVersion, order.PaymentMethod, payment.StripeSubscriptionId, cancellationToken);
        if (!handbook.Plans.Get(order.PlanKey ?? "").TryGet(out var plan, out var unknown))
        {
            return unknown;
        }

        // The price is the order's own: what was paid, and what an earned plan took off the first term (FEN-02).
        var terms = new PlanTerms(plan.Key, plan.Rank, plan.MonthlyMinutes, order.Interval, order.Price);
        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is { } free)
        {
            return await ReplaceAsync(scope, free, order, payment, terms, policies, cancellationToken);
        }

        var at = await StartOfAsync(scope, payment.PaidAt ?? scope.Now, cancellationToken);
        var ordered = SubscriptionState.Order(SubscriptionId.New(scope.Now), terms, policies, at);
        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, ordered, cancellationToken);
        if (!SubscriptionRules.Pay(ordered, ledger, policies, at).TryGet(out var paid, out var unpayable))
        {
            return unpayable;
        }

        var row = new PlanSubscription
        {
            AccountId = scope.AccountId,
            Id = ordered.Id,
            HandbookVersion = order.HandbookVersion,
            PaymentMethod = order.PaymentMethod,
            CreatedAt = scope.Now,
            StripeSubscriptionId = payment.StripeSubscriptionId,
            StripeSubscriptionItemId = payment.StripeSubscriptionItemId,
        };
        scope.Db.Add(row);
        order.SubscriptionId = row.Id;
        Remember(scope, payment.BusinessKey, row.Id, paid.Subscription.Term);
        await subscriptions.SaveAsync(scope, row, paid, policies, cancellationToken);
        await BillWaitingAsync(scope, payment, cancellationToken);
        return row;
    }

    /// <summary>A plan that costs nothing becomes the one that was bought (FEN-04).</summary>
    private async Task<Result<PlanSubscription>> ReplaceAsync(
        AccountScope scope,
        CurrentSubscription free,
        Order order,
        FirstPayment payment,
        PlanTerms terms,
        SubscriptionPolicies policies,
        CancellationToken cancellationToken)
    {
        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, free.State, cancellationToken);
        if (!FreePlans.Replace(free.State, ledger, policies, terms, PlanChangeId.From(order.Id.Value), scope.Now).TryGet(out var bought, out var refusal))
        {
            return refusal;
        }

        var row = free.Row;
        (row.HandbookVersion, row.PaymentMethod) = (order.HandbookVersion, order.PaymentMethod);
        (row.StripeSubscriptionId, row.StripeSubscriptionItemId) = (payment.StripeSubscriptionId, payment.StripeSubscriptionItemId);
        order.SubscriptionId = row.Id;
        Remember(scope, payment.BusinessKey, row.Id, bought.Subscription.Term);
        await subscriptions.SaveAsync(scope, row, bought, policies, cancellationToken);
        await BillWaitingAsync(scope, payment, cancellationToken);
        return row;
    }

    /// <summary>Work beyond the hours of a plan that nobody bills is billed with the first one that somebody does (FEN-12).</summary>
    private static Task BillWaitingAsync(AccountScope scope, FirstPayment payment, CancellationToken cancellationToken) =>
        payment.StripeSubscriptionId is null ? Task.CompletedTask : BillOverage.ScheduleWaitingAsync(scope, cancellationToken);

    private static bool GivesWay(CurrentSubscription running) =>
        running is { State: { IsRunning: true, LastingTerms.Price.IsZero: true }, Row.StripeSubscriptionId: null };

    /// <summary>
    /// A renewal was paid: the next unpaid term is. It also ends being past due, and begins the next term after a pause.
    /// The same payment again gives the term that it paid; <see cref="SubscriptionNotReady"/> when the subscription is over or paused.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="subscription">Which subscription.</param>
    /// <param name="businessKey">What the payment is by its nature, such as Stripe's invoice.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<DateRun>> RecordPaidTermAsync(
        AccountScope scope, SubscriptionId subscription, string businessKey, CancellationToken cancellationToken)
    {
        var answered = await scope.Db.Set<IdempotencyKeyRow>()
            .SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Key == Key(businessKey), cancellationToken);
        if (answered is not null)
        {
            var paidBefore = JsonSerializer.Deserialize<PaidTerm>(answered.Answer, StoreJson.Options)!;
            return new DateRun(paidBefore.Start, paidBefore.End);
        }

        if (await subscriptions.FindAsync(scope.Db, scope.AccountId, subscription, cancellationToken) is not { } current)
        {
            return new NotFound("subscription");
        }

        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken);
        if (!SubscriptionRules.Pay(current.State, ledger, current.Policies, scope.Now).TryGet(out var paid, out var refusal))
        {
            return refusal;
        }

        var term = paid.Events.OfType<TermPaid>().Select(happened => happened.Term)
            .Concat(paid.Events.OfType<SubscriptionActivated>().Select(happened => happened.Term)).First();
        Remember(scope, businessKey, subscription, term);
        await subscriptions.SaveAsync(scope, current.Row, paid, current.Policies, cancellationToken);
        return term;
    }

    /// <summary>A renewal's payment failed: the subscription is past due, and works on for the house's days of grace.</summary>
    public Task<Result<Done>> RecordFailedPaymentAsync(AccountScope scope, SubscriptionId subscription, CancellationToken cancellationToken) =>
        ApplyAsync(scope, subscription, (current, ledger) => SubscriptionRules.FailPayment(current.State, ledger, scope.Now), cancellationToken);

    /// <summary>It ended where it is billed, whoever ended it: its hours lapse, nothing is owed. Once is enough.</summary>
    public Task<Result<Done>> EndAsync(AccountScope scope, SubscriptionId subscription, CancellationToken cancellationToken) =>
        ApplyAsync(scope, subscription, (current, ledger) => SubscriptionRules.Terminate(current.State, ledger, scope.Now), cancellationToken);

    /// <summary>
    /// The end was asked for, or taken back, where it is billed: it is a wish like the customer's own, under the house's rules.
    /// </summary>
    /// <returns>The subscription afterwards; null when the rules have no such step from where it stands.</returns>
    internal async Task<CurrentSubscription?> FollowCancellationAsync(
        AccountScope scope, SubscriptionId subscription, bool ends, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(scope.Db, scope.AccountId, subscription, cancellationToken) is not { } current)
        {
            return null;
        }

        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken);
        var wish = ends
            ? SubscriptionRules.Cancel(current.State, ledger, current.Policies, scope.Now)
            : SubscriptionRules.Keep(current.State, ledger, scope.Now);
        if (!wish.TryGet(out var settlement, out _))
        {
            return null;
        }

        await subscriptions.SaveAsync(scope, current.Row, settlement, current.Policies, cancellationToken);
        return current with { State = settlement.Subscription };
    }

    private async Task<Result<Done>> ApplyAsync(
        AccountScope scope,
        SubscriptionId subscription,
        Func<CurrentSubscription, HourLedger, Settlement> rule,
        CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(scope.Db, scope.AccountId, subscription, cancellationToken) is not { } current)
        {
            return new NotFound("subscription");
        }

        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken);
        await subscriptions.SaveAsync(scope, current.Row, rule(current, ledger), current.Policies, cancellationToken);
        return Done.Value;
    }

    /// <summary>When it was paid, but never before what the account's books have last: they go forward only.</summary>
    private static async Task<Instant> StartOfAsync(AccountScope scope, Instant paidAt, CancellationToken cancellationToken)
    {
        var account = scope.AccountId;
        var ended = await scope.Db.Set<PlanSubscription>().Where(row => row.AccountId == account).MaxAsync(row => row.EndedAt, cancellationToken);
        var posted = await scope.Db.Set<HourEntryRow>().Where(row => row.AccountId == account).MaxAsync(row => (Instant?)row.At, cancellationToken);
        return Instant.Min(new[] { paidAt, ended, posted }.Max() ?? paidAt, scope.Now);
    }

    private static void Remember(AccountScope scope, string businessKey, SubscriptionId subscription, DateRun term) => scope.Db.Add(new IdempotencyKeyRow
    {
        AccountId = scope.AccountId,
        Key = Key(businessKey),
        Operation = PaidTermOperation,
        InputHash = SHA256.HashData(Encoding.UTF8.GetBytes(subscription.ToString())),
        Answer = JsonSerializer.Serialize(new PaidTerm(term.Start, term.End), StoreJson.Options),
        CreatedAt = scope.Now,
    });

    private static string Key(string businessKey) => $"{PaidTermOperation}:{businessKey}";

    private sealed record PaidTerm(LocalDate Start, LocalDate End);
}
