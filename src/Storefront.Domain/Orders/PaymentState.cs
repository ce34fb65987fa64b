using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>
/// The state of a payment. Legal steps: pending → succeeded or failed; failed → succeeded, for a card that is tried again under the same
/// payment; succeeded → refunded. A step to where it stands already changes nothing, so that news that comes twice has one effect (COM-05).
/// </summary>
/// <param name="Id">The payment.</param>
/// <param name="OrderId">The order that it pays.</param>
/// <param name="MethodKey">The house's payment method.</param>
/// <param name="Amount">What is paid, tax included.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ChangedAt">When it came to stand there.</param>
public sealed record PaymentState(PaymentId Id, OrderId OrderId, string MethodKey, Money Amount, PaymentStatus Status, Instant ChangedAt)
{
    public static PaymentState Begin(PaymentId id, OrderId orderId, string methodKey, Money amount, Instant now) =>
        new(id, orderId, methodKey, amount, PaymentStatus.Pending, now);

    public Result<PaymentState> Succeed(Instant at) => To(PaymentStatus.Succeeded, at);

    public Result<PaymentState> Fail(Instant at) => To(PaymentStatus.Failed, at);

    public Result<PaymentState> Refund(Instant at) => To(PaymentStatus.Refunded, at);

    private Result<PaymentState> To(PaymentStatus next, Instant at) => (Status, next) switch
    {
        var (from, to) when from == to => this,
        (PaymentStatus.Pending, PaymentStatus.Succeeded or PaymentStatus.Failed)
            or (PaymentStatus.Failed, PaymentStatus.Succeeded)
            or (PaymentStatus.Succeeded, PaymentStatus.Refunded) => this with { Status = next, ChangedAt = at },
        _ => new IllegalPaymentStep(Id, Status, next),
    };
}
