using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Payments.Billing;

/// <summary>For staff: money that came and settles nothing, to be given back or put right.</summary>
public sealed class PaymentProblemReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>Of all accounts, the latest first.</summary>
    public async Task<IReadOnlyList<PaymentProblem>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Payment>().AsNoTracking().Where(row => row.Problem != null)
            .Join(db.Set<Account>(), row => row.AccountId, account => account.Id, (row, account) => new { row, account.Name })
            .OrderByDescending(found => found.row.ReceivedAt).Take(most)
            .Select(found => new PaymentProblem(
                found.row.AccountId, found.Name, found.row.Id, found.row.Amount, found.row.Problem!, found.row.StripeInvoiceId, found.row.ReceivedAt))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A payment that settles nothing.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Amount">What came.</param>
/// <param name="Reason">Code of the refusal, such as <c>PAYMENT_AMOUNT_MISMATCH</c>.</param>
/// <param name="StripeInvoiceId">Where to find it at Stripe.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record PaymentProblem(
    AccountId AccountId, string AccountName, PaymentId PaymentId, Money Amount, string Reason, string? StripeInvoiceId, Instant ReceivedAt);
