using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;

namespace Storefront.Features.Payments.Sync;

/// <summary>
/// Compares what is known here with what is true at Stripe, for events that never came. It reads sessions, subscriptions and invoices,
/// never Stripe's list of events, which forgets.
/// </summary>
public sealed class StripeReconciliation(
    IDbContextFactory<StorefrontDb> contexts,
    BusinessClock clock,
    StripeClient stripe,
    SessionSync sessions,
    InvoiceSync invoices,
    SubscriptionSync subscriptions,
    ILogger<StripeReconciliation> logger)
{
    /// <summary>Sessions live for a day; what was paid on the last one may have been heard of late.</summary>
    private static readonly Duration LateNews = Duration.FromDays(3);

    private const int InvoicesCompared = 24;

    /// <summary>Compares everything once. What fails is logged and compared the next time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var session in await OpenSessionsAsync(cancellationToken))
        {
            await TryAsync(session, () => sessions.RunAsync(session, cancellationToken), cancellationToken);
        }

        foreach (var subscription in await RunningSubscriptionsAsync(cancellationToken))
        {
            await TryAsync(subscription, () => CompareAsync(subscription, cancellationToken), cancellationToken);
        }
    }

    private async Task CompareAsync(string subscription, CancellationToken cancellationToken)
    {
        var options = new InvoiceListOptions { Subscription = subscription, Limit = InvoicesCompared };
        var listed = (await stripe.V1.Invoices.ListAsync(options, cancellationToken: cancellationToken)).Data
            .Where(invoice => invoice.Status != InvoiceStatuses.Draft).ToList();
        var known = await KnownAsync([.. listed.Where(invoice => invoice.Status == InvoiceStatuses.Paid).Select(invoice => invoice.Id)], cancellationToken);

        // The oldest first: terms follow one another.
        foreach (var invoice in listed.Where(invoice => !known.Contains(invoice.Id)).OrderBy(invoice => invoice.Created))
        {
            await invoices.RunAsync(invoice.Id, cancellationToken);
        }

        await subscriptions.RunAsync(subscription, cancellationToken);
    }

    private async Task<List<string>> OpenSessionsAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - LateNews;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Order>()
            .Where(order => order.StripeSessionId != null)
            .Where(order => order.Status == OrderStatus.AwaitingPayment || (order.Status == OrderStatus.Expired && order.ExpiresAt > since))
            .Select(order => order.StripeSessionId!)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<string>> RunningSubscriptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PlanSubscription>()
            .Where(row => row.StripeSubscriptionId != null && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => row.StripeSubscriptionId!)
            .ToListAsync(cancellationToken);
    }

    private async Task<HashSet<string>> KnownAsync(List<string> paid, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Set<Payment>()
            .Where(row => row.StripeInvoiceId != null && paid.Contains(row.StripeInvoiceId))
            .Where(row => row.Status == PaymentStatus.Succeeded || row.Status == PaymentStatus.Refunded)
            .Select(row => row.StripeInvoiceId!)
            .ToListAsync(cancellationToken);
        return known.ToHashSet(StringComparer.Ordinal);
    }

    private async Task TryAsync(string what, Func<Task> compare, CancellationToken cancellationToken)
    {
        try
        {
            await compare();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "{Object} could not be compared with Stripe", what);
        }
    }
}
