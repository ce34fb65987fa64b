using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Money of a payment that staff give back.</summary>
[ObjectType<PaymentRefund>("PaymentRefund")]
public static class RefundType
{
    public static void Configure(IObjectTypeDescriptor<PaymentRefund> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(refund => refund.Amount).Description("How much.");
        descriptor.Field(refund => refund.Status).Description("Where it stands.");
        descriptor.Field(refund => refund.Reference).Description("The number that the bank gave it; null where the card's provider sends it.");
        descriptor.Field(refund => refund.AskedAt).Description("When staff asked for it.");
        descriptor.Field(refund => refund.DoneAt).Description("When it went back, or was refused; null while it is on its way.");
    }

    /// <summary>The payment of which it is.</summary>
    public static async Task<PaymentInfo> PaymentAsync([Parent] PaymentRefund refund, PaymentByKeyDataLoader payments, CancellationToken cancellationToken) =>
        (await payments.LoadAsync(new PaymentKey(refund.AccountId, refund.PaymentId), cancellationToken))!;
}

/// <summary>What names a payment, and what went back of it.</summary>
[ExtendObjectType<PaymentInfo>]
public static class PaymentRefunds
{
    /// <summary>The payment's id, opaque.</summary>
    public static PaymentKey GetId([Parent] PaymentInfo payment) => payment.Key;

    /// <summary>What staff gave back of it, the latest first.</summary>
    [ListSize(AssumedSize = 2)]
    public static async Task<IReadOnlyList<PaymentRefund>> RefundsAsync(
        [Parent] PaymentInfo payment, RefundsOfPaymentDataLoader refunds, CancellationToken cancellationToken) =>
        (await refunds.LoadAsync(payment.Key, cancellationToken))!;

    [NodeResolver]
    [Authorize(Scopes = ["billing:read"])]
    public static async Task<PaymentInfo?> FindPaymentAsync(
        PaymentKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, PaymentByKeyDataLoader payments, CancellationToken cancellationToken) =>
        viewer is not null && viewer.MaySee(key.AccountId) ? await payments.LoadAsync(key, cancellationToken) : null;
}

/// <summary>Payments by key. Whether the viewer may see one is asked where the key comes from.</summary>
public sealed class PaymentByKeyDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, BillingReader billing)
    : BatchDataLoader<PaymentKey, PaymentInfo?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<PaymentKey, PaymentInfo?>> LoadBatchAsync(IReadOnlyList<PaymentKey> keys, CancellationToken cancellationToken)
    {
        var found = await billing.FindPaymentsAsync(keys, cancellationToken);
        return found.ToDictionary(row => row.Key, PaymentInfo? (row) => PaymentInfo.Of(row.Key.AccountId, row.Value));
    }
}

/// <summary>What staff gave back of payments, the latest first.</summary>
public sealed class RefundsOfPaymentDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, RefundReader refunds)
    : BatchDataLoader<PaymentKey, IReadOnlyList<PaymentRefund>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<PaymentKey, IReadOnlyList<PaymentRefund>>> LoadBatchAsync(
        IReadOnlyList<PaymentKey> keys, CancellationToken cancellationToken)
    {
        var found = (await refunds.ListAsync(keys, cancellationToken)).ToLookup(refund => new PaymentKey(refund.AccountId, refund.PaymentId));
        return keys.ToDictionary(key => key, IReadOnlyList<PaymentRefund> (key) => [.. found[key]]);
    }
}

/// <summary>Giving money back through the API.</summary>
[MutationType]
public static class RefundMutations
{
    /// <summary>
    /// Gives a payment back, all or a part of it: to the card through Stripe, or by noting down what staff sent themselves. What of it became credit
    /// goes back first; the order of a package, a quote or work beyond the included hours then owes the rest again, and ends when all of it went
    /// back. A credit note is made. For staff only.
    /// </summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="amount">How much, as a decimal with a full stop in the payment's currency; null for all that is left.</param>
    /// <param name="reference">The number that the bank gave it; must be given where no provider sends it.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="idempotencyKey">The same key with the same input gives back once.</param>
    /// <param name="viewer">Who gives it back.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotFound>]
    [Error<NoticeAmountNotValid>]
    [Error<NoticeCurrencyDiffers>]
    [Error<NoticeTextNotValid>]
    [Error<RefundBeyondPayment>]
    [Error<RefundReferenceMissing>]
    [Error<RefundRefused>]
    [Error<RefundUnavailable>]
    [Error<IdempotencyKeyNotValid>]
    [Error<IdempotencyKeyReused>]
    public static Task<Result<PaymentRefund>> RefundPaymentAsync(
        [ID("Payment")] PaymentKey paymentId,
        string? amount,
        string? reference,
        string? reason,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RefundPayment action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(new RefundPaymentInput(paymentId, amount, reference, reason, idempotencyKey), viewer, cancellationToken);
}
