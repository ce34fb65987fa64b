using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Payments.Webhooks;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Desk;

/// <summary>What went wrong and does not mend itself: webhooks, due work, payments.</summary>
public sealed class OperationsReader(IDbContextFactory<StorefrontDb> contexts, WebhookReader webhooks, BusinessClock clock)
{
    /// <summary>How many of each are listed.</summary>
    private const int Most = 100;

    // Long enough for what is only waiting for its turn.
    private static readonly Duration Patience = Duration.FromMinutes(10);

    private static readonly Duration Lately = Duration.FromDays(30);

    /// <summary>Stripe's events that could not be processed, or have waited for too long; the latest first.</summary>
    public Task<IReadOnlyList<FailedWebhook>> ListWebhooksAsync(CancellationToken cancellationToken) =>
        webhooks.ListFailedAsync(clock.GetCurrentInstant() - Patience, Most, cancellationToken);

    /// <summary>Due work that failed and was not done since, or has waited for too long; the longest due first.</summary>
    public async Task<IReadOnlyList<DueWorkRow>> ListWorkAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Stuck(db).OrderBy(work => work.DueAt).ThenBy(work => work.Id).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Payments of the last thirty days that failed, that settle nothing or did not go back as they should, with their customers; the latest first.</summary>
    public async Task<IReadOnlyList<(Payment Payment, string Account)>> ListPaymentsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Troubled(db).OrderByDescending(payment => payment.ChangedAt).Take(Most)
            .Join(db.Set<Account>(), payment => payment.AccountId, account => account.Id, (payment, account) => new { payment, account.Name })
            .ToListAsync(cancellationToken);
        return [.. found.OrderByDescending(row => row.payment.ChangedAt).Select(row => (row.payment, row.Name))];
    }

    /// <summary>How much needs somebody's attention.</summary>
    /// <param name="counts">How many tickets are how.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DeskAttention> CountAsync(DeskCounts counts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var failed = await ListWebhooksAsync(cancellationToken);
        return new DeskAttention(
            counts.Of(DeskFilter.Unconfirmed),
            counts.Missed,
            counts.Soon,
            failed.Count + await Stuck(db).CountAsync(cancellationToken),
            await Troubled(db).CountAsync(cancellationToken));
    }

    private IQueryable<DueWorkRow> Stuck(StorefrontDb db)
    {
        var since = clock.GetCurrentInstant() - Patience;
        return db.Set<DueWorkRow>().AsNoTracking()
            .Where(work => work.DoneAt == null && (work.LastError != null || (work.DueAt < since && work.HeldUntil == null)));
    }

    private IQueryable<Payment> Troubled(StorefrontDb db)
    {
        var since = clock.GetCurrentInstant() - Lately;
        var refunds = db.Set<PaymentRefund>().Where(refund => refund.DoneAt > since);
        var withdrawn = db.Set<Order>().Where(order => order.ChangeId != null && order.Status == OrderStatus.Canceled && order.SettledAt > since);
        return db.Set<Payment>().AsNoTracking()
            .Where(payment => payment.Status == PaymentStatus.Failed
                || (payment.Problem != null && (payment.Status != PaymentStatus.Refunded || PaymentProblems.OfReturns.Contains(payment.Problem))))
            .Where(payment => payment.ChangedAt > since || refunds.Any(refund => refund.AccountId == payment.AccountId && refund.PaymentId == payment.Id)
                || withdrawn.Any(order => order.AccountId == payment.AccountId && order.Id == payment.OrderId));
    }
}
