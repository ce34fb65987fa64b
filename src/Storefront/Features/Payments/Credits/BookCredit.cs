using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Refunds;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>
/// Staff book where credit came from that no payment left behind, as happened before all that comes was booked whole. From then on it goes back
/// like any other payment, with the bank's number.
/// </summary>
public sealed class BookCredit(AccountTransactions transactions, Handbooks handbooks)
{
    private const string Operation = "credit.book";

    /// <param name="account">Whose credit.</param>
    /// <param name="currency">In which currency.</param>
    /// <param name="idempotencyKey">Under which it is booked once.</param>
    /// <param name="staff">Who books it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The payment that the credit came from; <see cref="NotFound"/> where payments account for all of it.</returns>
    public async Task<Result<PaymentKey>> HandleAsync(
        AccountId account, string? currency, string? idempotencyKey, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff || !Currency.TryParse(currency, out var of))
        {
            return new NotFound("credit");
        }

        var booked = await transactions.RunAsync(
            account,
            (scope, token) => scope.OnceAsync(Operation, idempotencyKey ?? "", new { of.Code }, () => BookAsync(scope, of, token), token),
            cancellationToken);
        return booked.Map(id => new PaymentKey(account, id));
    }

    /// <summary>What of an account's credit no payment accounts for; never less than nothing.</summary>
    internal static async Task<Money> LooseAsync(StorefrontDb db, AccountId account, Currency currency, CancellationToken cancellationToken)
    {
        var left = await db.Set<Payment>()
            .Where(payment => payment.AccountId == account && payment.Amount.Currency == currency && payment.Status == PaymentStatus.Succeeded)
            .SumAsync(payment => payment.CreditedMinorUnits - payment.CreditReturnedMinorUnits, cancellationToken);
        var there = await CreditLedger.BalanceAsync(db, account, currency, cancellationToken);
        return there with { MinorUnits = Math.Max(0, there.MinorUnits - left) };
    }

    private async Task<Result<PaymentId>> BookAsync(AccountScope scope, Currency currency, CancellationToken cancellationToken)
    {
        var loose = await LooseAsync(scope.Db, scope.AccountId, currency, cancellationToken);
        var methods = handbooks.Present.PaymentMethodsFor(currency).Where(method => method.Kind == PaymentMethodKind.Offline).ToList();
        if (!loose.IsPositive || methods.Count == 0)
        {
            return new NotFound("credit");
        }

        var id = PaymentId.New(scope.Now);
        scope.Db.Add(new Payment
        {
            AccountId = scope.AccountId,
            Id = id,
            BusinessKey = $"credit-origin:{id.Value:N}",
            Amount = loose,
            CreditedMinorUnits = loose.MinorUnits,
            Method = methods[0].Key,
            Status = PaymentStatus.Succeeded,
            ReceivedAt = scope.Now,
            ChangedAt = scope.Now,
        });
        scope.Append(new PaymentReceived(id, loose.MinorUnits, loose.Currency.Code));
        return id;
    }
}
