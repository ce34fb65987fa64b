using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>More than is left of the payment cannot be given back.</summary>
/// <param name="Left">What is left.</param>
public sealed record RefundBeyondPayment(Money Left) : Refusal
{
    public override string Code => "REFUND_BEYOND_PAYMENT";
}

/// <summary>Money that staff sent back themselves is noted down with the number that the bank gave it.</summary>
/// <param name="Most">The most characters.</param>
public sealed record RefundReferenceMissing(int Most) : Refusal
{
    public override string Code => "REFUND_REFERENCE_MISSING";
}

/// <summary>Whoever took the payment will not give it back; nothing went back.</summary>
public sealed record RefundRefused : Refusal
{
    public override string Code => "REFUND_REFUSED";
}
