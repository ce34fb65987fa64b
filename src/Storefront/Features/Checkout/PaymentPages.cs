using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Payments.Sync;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Checkout;

/// <summary>
/// Opens payment pages at Stripe. No transaction spans a call: an attempt is recorded with its key, then Stripe is called, then the answer
/// is kept. Whoever dies in between, or asks twice, repeats the same attempt under the same key and gets the same page.
/// </summary>
public sealed class PaymentPages(
    IDbContextFactory<StorefrontDb> contexts,
    AccountTransactions transactions,
    PayableOrders payable,
    StripeClient stripe,
    StripeCatalogue catalogue,
    OrderCoupons coupons,
    OrderWords words,
    StripeCustomers customers,
    SessionSync sessions,
    OwnAddress address,
    ILogger<PaymentPages> logger)
{
    private const string Open = "open";
    private const string Complete = "complete";
    private const string Expired = "expired";
    private const string Unpaid = "unpaid";
    private const int MostRounds = 4;

    /// <summary>Where the order can be paid; without an address when it is paid already. The refusal says why it cannot be.</summary>
    internal async Task<Result<CheckoutStarted>> OpenAsync(AccountId account, OrderId id, CancellationToken cancellationToken)
    {
        var reference = "";
        try
        {
            for (var round = 0; round < MostRounds; round++)
            {
                var order = await ReadAsync(account, id, cancellationToken);
                reference = order.Reference;
                if (order.Status == OrderStatus.Paid)
                {
                    return new CheckoutStarted(order.Reference, order.Status, Url: null);
                }

                if (order.Status == OrderStatus.AwaitingPayment && order.ToDomain().DueNow.IsZero && !order.Total.IsZero)
                {
                    return new OrderNothingDue(order.Reference);
                }

                var session = order.StripeSessionId is { } known ? await stripe.V1.Checkout.Sessions.GetAsync(known, cancellationToken: cancellationToken) : null;
                if (session is { Status: Open, Url: { } url } && order.Status == OrderStatus.AwaitingPayment && IsOf(order, session))
                {
                    return order.ChangeId is not null && (await EnsureAsync(account, id, cancellationToken)).Refusal is { } hindered
                        ? hindered
                        : new CheckoutStarted(order.Reference, order.Status, new Uri(url));
                }

                if (session is { Status: Complete })
                {
                    // It was paid, and nobody may have told us yet.
                    await sessions.RunAsync(session, cancellationToken);
                    order = await ReadAsync(account, id, cancellationToken);
                    if (session.PaymentStatus == Unpaid || order.ToDomain().DueNow.IsZero)
                    {
                        return new CheckoutStarted(order.Reference, order.Status, Url: null);
                    }
                }

                if ((await OpenAnotherAsync(account, order, cancellationToken)).Refusal is { } refusal)
                {
                    return refusal;
                }
            }
        }
        catch (StripeException exception)
        {
            logger.LogError(exception, "No payment page could be opened for the order {Reference}", reference);
        }

        return new PaymentPageUnavailable(reference);
    }

    /// <summary>Closes the page of an order at Stripe, unless it was paid just before: then that is taken over.</summary>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    internal async Task CloseAsync(string sessionId, CancellationToken cancellationToken)
    {
        Session session;
        try
        {
            session = await stripe.V1.Checkout.Sessions.ExpireAsync(sessionId, cancellationToken: cancellationToken);
        }
        catch (StripeException exception) when (!exception.IsTransient)
        {
            session = await stripe.V1.Checkout.Sessions.GetAsync(sessionId, cancellationToken: cancellationToken);
        }

        await sessions.RunAsync(session, cancellationToken);
    }

    /// <summary>Whether a payment page asks for what is due now: another payment may have come since.</summary>
    private static bool IsOf(Order order, Session session) => StripeAmount.Read(session.AmountTotal, session.Currency) == order.ToDomain().DueNow;

    private async Task<Result<Done>> OpenAnotherAsync(AccountId account, Order order, CancellationToken cancellationToken)
    {
        var begun = await transactions.RunAsync(account, (scope, token) => BeginAsync(scope, order, token), cancellationToken);
        if (!begun.TryGet(out var attempt, out var refusal))
        {
            return refusal;
        }

        // Two open pages could be paid both.
        foreach (var other in attempt.Others)
        {
            await CloseAsync(other, cancellationToken);
        }

        if (!(await customers.EnsureAsync(account, cancellationToken)).TryGet(out var customer, out var unknown))
        {
            return unknown;
        }

        await catalogue.EnsureAsync(order.PlanKey is { } plan ? [plan] : [], cancellationToken);
        await coupons.EnsureAsync(order, cancellationToken);
        try
        {
            var session = await stripe.V1.Checkout.Sessions.CreateAsync(
                attempt.Order is { Purpose: OrderPurpose.Plan, PaidMinorUnits: 0 }
                    ? CheckoutSessionOptions.Of(catalogue, address, attempt.Order, customer)
                    : OnceSessionOptions.Of(catalogue, address, attempt.Order, words.Title(attempt.Order), customer),
                new RequestOptions { IdempotencyKey = $"order-{order.Id.Value:N}-{attempt.Order.CheckoutAttempts}" },
                cancellationToken);
            return await KeepAsync(account, attempt.Order, session, cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Type == StripeErrorTypes.IdempotencyError)
        {
            // The attempt was made with other words, such as another language. Nobody was shown its page.
            return await transactions.RunAsync<Done>(
                account,
                async (scope, token) =>
                {
                    var row = await TrackAsync(scope, order.Id, token);
                    if (row.CheckoutAttempts == attempt.Order.CheckoutAttempts && row.StripeSessionId is null)
                    {
                        row.BeginAttempt(scope.Now);
                    }

                    return Done.Value;
                },
                cancellationToken);
        }
    }

    private async Task<Result<(Order Order, List<string> Others)>> BeginAsync(AccountScope scope, Order seen, CancellationToken cancellationToken)
    {
        var order = await TrackAsync(scope, seen.Id, cancellationToken);
        if ((await payable.EnsureAsync(scope, order, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var isNews = order.StripeSessionId != seen.StripeSessionId;
        if (!isNews && (order.StripeSessionId is not null || !order.CanRepeatAttempt(scope.Now)))
        {
            order.BeginAttempt(scope.Now);
        }

        return (order, await PagesBesideAsync(scope, order, seen, cancellationToken));
    }

    /// <summary>What can be paid in another window and would be paid in vain: another plan, or another amount of the same order.</summary>
    private static async Task<List<string>> PagesBesideAsync(AccountScope scope, Order order, Order seen, CancellationToken cancellationToken)
    {
        var isPlan = order.Purpose is OrderPurpose.Plan or OrderPurpose.Upgrade;
        var others = await scope.Db.Set<Order>()
            .Where(row => row.AccountId == scope.AccountId && row.Id != order.Id && row.CheckoutUrl != null && row.StripeSessionId != null)
            .Where(row => isPlan && row.PackageKey == null && row.QuoteId == null)
            .Select(row => row.StripeSessionId!).ToListAsync(cancellationToken);
        return seen.StripeSessionId is { } before && order.StripeSessionId is null ? [before, .. others] : others;
    }

    private async Task<Result<Done>> KeepAsync(AccountId account, Order attempt, Session session, CancellationToken cancellationToken)
    {
        if (session.Status == Open && !IsOf(attempt, session))
        {
            await stripe.V1.Checkout.Sessions.ExpireAsync(session.Id, cancellationToken: cancellationToken);
            throw new InvalidOperationException(
                $"Stripe would charge {session.AmountTotal} {session.Currency} for the order {attempt.Reference}, of which {attempt.ToDomain().DueNow} is due.");
        }

        var kept = await transactions.RunAsync<bool>(
            account,
            async (scope, token) =>
            {
                var order = await TrackAsync(scope, attempt.Id, token);
                var isWanted = order.Status == OrderStatus.AwaitingPayment && order.CheckoutAttempts == attempt.CheckoutAttempts;
                if (isWanted && order.StripeSessionId is null)
                {
                    (order.StripeSessionId, order.CheckoutUrl) = (session.Id, session.Url);
                }

                return isWanted;
            },
            cancellationToken);
        if (kept is { IsRefused: false, Value: false } && session.Status != Expired)
        {
            // Withdrawn or paid meanwhile: nobody may pay here.
            await CloseAsync(session.Id, cancellationToken);
        }

        return kept.Map(_ => Done.Value);
    }

    private Task<Result<Done>> EnsureAsync(AccountId account, OrderId id, CancellationToken cancellationToken) => transactions.RunAsync(
        account, async (scope, token) => await payable.EnsureAsync(scope, await TrackAsync(scope, id, token), token), cancellationToken);

    private async Task<Order> ReadAsync(AccountId account, OrderId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Order>().AsNoTracking().SingleAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
    }

    private static Task<Order> TrackAsync(AccountScope scope, OrderId id, CancellationToken cancellationToken) =>
        scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);
}
