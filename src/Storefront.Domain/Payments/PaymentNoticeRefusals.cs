using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>The amount is no decimal number greater than zero.</summary>
public sealed record NoticeAmountNotValid : Refusal
{
    public override string Code => "NOTICE_AMOUNT_NOT_VALID";
}

/// <summary>The amount is in another currency than what it is for.</summary>
/// <param name="CurrencyCode">The currency that is expected.</param>
public sealed record NoticeCurrencyDiffers(string CurrencyCode) : Refusal
{
    public override string Code => "NOTICE_CURRENCY_DIFFERS";
}

/// <summary>Nothing was paid yet on that day.</summary>
/// <param name="PaidOn">The day.</param>
public sealed record PaidInTheFuture(LocalDate PaidOn) : Refusal
{
    public override string Code => "PAID_IN_THE_FUTURE";
}

/// <summary>The order had not been placed on that day.</summary>
/// <param name="PaidOn">The day.</param>
/// <param name="OrderedOn">When it was placed.</param>
public sealed record PaidBeforeOrder(LocalDate PaidOn, LocalDate OrderedOn) : Refusal
{
    public override string Code => "PAID_BEFORE_ORDER";
}

/// <summary>The file is neither a document nor a picture of one.</summary>
/// <param name="FileName">The file.</param>
public sealed record ProofNotADocument(string FileName) : Refusal
{
    public override string Code => "PROOF_NOT_A_DOCUMENT";
}

/// <summary>The same was told before, by the same account.</summary>
/// <param name="Number">The notice that told it.</param>
public sealed record PaymentNotifiedAlready(long Number) : Refusal
{
    public override string Code => "PAYMENT_NOTIFIED_ALREADY";
}

/// <summary>Staff decided on it before.</summary>
/// <param name="Status">What was decided.</param>
public sealed record NoticeDecidedAlready(PaymentNoticeStatus Status) : Refusal
{
    public override string Code => "NOTICE_DECIDED_ALREADY";
}

/// <summary>For staff: another notice with the same proof or bank reference was confirmed.</summary>
/// <param name="Number">That notice.</param>
public sealed record PaymentSeenBefore(long Number) : Refusal
{
    public override string Code => "PAYMENT_SEEN_BEFORE";
}

/// <summary>A payment is rejected only with a reason for the customer, in 1 to `most` characters.</summary>
/// <param name="Most">The most characters.</param>
public sealed record RejectionReasonMissing(int Most) : Refusal
{
    public override string Code => "REJECTION_REASON_MISSING";
}

/// <summary>A text is longer than is kept, or has characters that cannot be.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Most">The most characters.</param>
public sealed record NoticeTextNotValid(string Field, int Most) : Refusal
{
    public override string Code => "NOTICE_TEXT_NOT_VALID";
}

/// <summary>The order is paid in a way that needs no word from the customer.</summary>
/// <param name="Reference">The order.</param>
public sealed record NoticeNotNeeded(string Reference) : Refusal
{
    public override string Code => "NOTICE_NOT_NEEDED";
}
