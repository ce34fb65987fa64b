using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>What staff have to look at, and what they decided, of all accounts. A page costs the same however many wait.</summary>
public sealed class NoticeQueueReader(IDbContextFactory<StorefrontDb> contexts, BusinessClock clock)
{
    /// <summary>How many a page shows.</summary>
    public const int PageSize = 20;

    /// <summary>So many are counted.</summary>
    public const int MostCounted = 1000;

    /// <summary>What waits, the oldest first.</summary>
    /// <param name="after">Number of the last one of the page before; null to begin.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At most <see cref="PageSize"/>, and whether more follow.</returns>
    public Task<(IReadOnlyList<QueuedNotice> Lines, bool HasMore)> ListWaitingAsync(long? after, CancellationToken cancellationToken) =>
        ReadAsync(
            rows => rows.Where(row => row.Status == PaymentNoticeStatus.Pending && (after == null || row.Number > after)).OrderBy(row => row.Number),
            cancellationToken);

    /// <summary>What was decided, the latest told first.</summary>
    public Task<(IReadOnlyList<QueuedNotice> Lines, bool HasMore)> ListDecidedAsync(long? before, CancellationToken cancellationToken) =>
        ReadAsync(
            rows => rows.Where(row => row.Status != PaymentNoticeStatus.Pending && (before == null || row.Number < before)).OrderByDescending(row => row.Number),
            cancellationToken);

    /// <summary>How many wait, up to <see cref="MostCounted"/>.</summary>
    public async Task<BoundedCount> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PaymentNotice>().Where(row => row.Status == PaymentNoticeStatus.Pending).OrderBy(row => row.Number)
            .CountUpToAsync(MostCounted, cancellationToken);
    }

    private async Task<(IReadOnlyList<QueuedNotice> Lines, bool HasMore)> ReadAsync(
        Func<IQueryable<PaymentNotice>, IQueryable<PaymentNotice>> pick, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await pick(db.Set<PaymentNotice>().AsNoTracking()).Take(PageSize + 1).ToListAsync(cancellationToken);
        var rows = found.Take(PageSize).ToList();
        var (hashes, keys) = (rows.Select(row => row.ProofHash).OfType<string>().ToList(), rows.Select(row => row.ReferenceKey).OfType<string>().ToList());
        var byHash = await db.Set<PaymentNotice>().AsNoTracking().Where(row => row.ProofHash != null && hashes.Contains(row.ProofHash)).ToListAsync(cancellationToken);
        var byKey = await db.Set<PaymentNotice>().AsNoTracking().Where(row => row.ReferenceKey != null && keys.Contains(row.ReferenceKey)).ToListAsync(cancellationToken);
        var like = byHash.Concat(byKey).DistinctBy(row => row.Number).OrderBy(row => row.Number).ToList();
        var accounts = rows.Concat(like).Select(row => row.AccountId).Distinct().ToList();
        var (orderIds, proofIds) = (rows.Select(row => row.OrderId).ToList(), rows.Select(row => row.ProofId).OfType<AttachmentId>().ToList());
        var names = await db.Set<Account>().Where(account => accounts.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var orders = await db.Set<Order>().AsNoTracking().Where(order => accounts.Contains(order.AccountId) && orderIds.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var proofs = await db.Set<Attachment>().AsNoTracking().Where(file => accounts.Contains(file.AccountId) && proofIds.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, cancellationToken);
        var now = clock.GetCurrentInstant();
        return (
            [
                .. rows.Select(row => new QueuedNotice(
                    row,
                    names.GetValueOrDefault(row.AccountId, ""),
                    orders[row.OrderId].Reference,
                    orders[row.OrderId].ToDomain().Left,
                    orders[row.OrderId].Total,
                    row.ProofId is { } proof ? proofs.GetValueOrDefault(proof) : null,
                    [.. like.Where(other => other.Number != row.Number && IsLike(row, other)).Select(other => new NoticeTwin(
                        other.Number, names.GetValueOrDefault(other.AccountId, ""), other.AccountId == row.AccountId, other.Status))],
                    row.Status == PaymentNoticeStatus.Pending && row.AnswerBy < now)),
            ],
            found.Count > PageSize);
    }

    private static bool IsLike(PaymentNotice one, PaymentNotice other) =>
        (one.ProofHash is not null && one.ProofHash == other.ProofHash)
        || (one.ReferenceKey is not null && one.ReferenceKey == other.ReferenceKey && one.Method == other.Method);
}
