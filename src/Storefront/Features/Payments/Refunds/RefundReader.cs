using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Invoices;
using Storefront.Features.Payments.Credits;
using Storefront.Store;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Reads a payment for staff who give it back, and what went back of it.</summary>
public sealed class RefundReader(IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
{
    /// <summary>Null where there is no such payment.</summary>
    public async Task<RefundView?> FindAsync(PaymentKey key, CancellationToken cancellationToken)
    {
        var (account, id) = (key.AccountId, key.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken) is not { } payment)
        {
            return null;
        }

        var order = payment.OrderId is { } of
            ? await db.Set<Order>().Where(row => row.AccountId == account && row.Id == of).Select(row => row.Reference).SingleAsync(cancellationToken)
            : null;
        var refunds = await ListAsync(db, key, cancellationToken);
        var people = refunds.Select(refund => refund.AskedBy).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var documents = await db.Set<Invoice>().AsNoTracking().Where(row => row.AccountId == account && row.PaymentId == id)
            .OrderBy(row => row.Entry).ToListAsync(cancellationToken);
        return new RefundView(
            payment,
            await db.Set<Account>().Where(row => row.Id == account).Select(row => row.Name).SingleAsync(cancellationToken),
            order,
            await RefundPayment.LeftAsync(db, payment, cancellationToken),
            await CreditLedger.BalanceAsync(db, account, payment.Amount.Currency, cancellationToken),
            [.. refunds.Select(refund => new RefundLine(refund, names.GetValueOrDefault(refund.AskedBy, "")))],
            [
                .. documents.Select(row => new RefundDocument(
                    row.Id, row.Kind, row.Number is { } number ? handbooks.Present.Billing.Numbering.Write(row.Kind, number) : null)),
            ]);
    }

    /// <summary>What staff gave back of payments, the latest first.</summary>
    public async Task<IReadOnlyList<PaymentRefund>> ListAsync(IReadOnlyList<PaymentKey> payments, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (payments.Select(key => key.AccountId).Distinct().ToList(), payments.Select(key => key.Id).ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PaymentRefund>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.PaymentId))
            .OrderByDescending(row => row.AskedAt).ToListAsync(cancellationToken);
    }

    private static Task<List<PaymentRefund>> ListAsync(StorefrontDb db, PaymentKey key, CancellationToken cancellationToken)
    {
        var (account, id) = (key.AccountId, key.Id);
        return db.Set<PaymentRefund>().AsNoTracking().Where(row => row.AccountId == account && row.PaymentId == id)
            .OrderByDescending(row => row.AskedAt).ToListAsync(cancellationToken);
    }
}

/// <summary>A payment with what went back of it.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Account">What the customer is called.</param>
/// <param name="OrderReference">The order that it paid; null for a renewal.</param>
/// <param name="Left">What can still be given back.</param>
/// <param name="Credit">What the account has of credit in its currency.</param>
/// <param name="Refunds">What staff gave back, the latest first.</param>
/// <param name="Documents">Its invoice and credit notes.</param>
public sealed record RefundView(
    Payment Payment, string Account, string? OrderReference, Money Left, Money Credit, IReadOnlyList<RefundLine> Refunds, IReadOnlyList<RefundDocument> Documents);

/// <summary>A refund with who asked for it.</summary>
public sealed record RefundLine(PaymentRefund Refund, string By);

/// <summary>A document of a payment; its number is null while it waits.</summary>
public sealed record RefundDocument(InvoiceId Id, InvoiceKind Kind, string? Number);
