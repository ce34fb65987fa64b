using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>
/// A customer's word that it has paid, as rules see it. Legal steps: pending → confirmed or rejected; rejected → confirmed, when the money turned up
/// after all; confirmed → reversed. A step that was made already is refused, so that two who decide at once decide once (TEC-03).
/// </summary>
/// <param name="Id">The notice.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Amount">What the customer says that it paid.</param>
/// <param name="PaidOn">When it says so.</param>
public sealed record PaymentNoticeState(PaymentNoticeId Id, PaymentNoticeStatus Status, Money Amount, LocalDate PaidOn)
{
    /// <summary>Confirmed with what came.</summary>
    /// <param name="received">What came, in the notice's currency, more than nothing.</param>
    public Result<PaymentNoticeState> Confirm(Money received) => received.Currency != Amount.Currency ? new NoticeCurrencyDiffers(Amount.Currency.Code)
        : !received.IsPositive ? new NoticeAmountNotValid()
        : To(PaymentNoticeStatus.Confirmed);

    /// <summary>Turned down.</summary>
    public Result<PaymentNoticeState> Reject() => To(PaymentNoticeStatus.Rejected);

    /// <summary>The money went back.</summary>
    public Result<PaymentNoticeState> Reverse() => To(PaymentNoticeStatus.Reversed);

    private Result<PaymentNoticeState> To(PaymentNoticeStatus next) => (Status, next) is
        (PaymentNoticeStatus.Pending, PaymentNoticeStatus.Confirmed or PaymentNoticeStatus.Rejected)
        or (PaymentNoticeStatus.Rejected, PaymentNoticeStatus.Confirmed)
        or (PaymentNoticeStatus.Confirmed, PaymentNoticeStatus.Reversed)
        ? this with { Status = next }
        : new NoticeDecidedAlready(Status);
}
