using Storefront.Domain.Shared;

namespace Storefront.Features.Checkout;

/// <summary>The order was paid, withdrawn, or not paid in time.</summary>
/// <param name="Reference">The order.</param>
public sealed record OrderNotPayable(string Reference) : Refusal
{
    public override string Code => "ORDER_NOT_PAYABLE";
}

/// <summary>The order is for work that was done; it is paid, not withdrawn (FEN-12).</summary>
/// <param name="Reference">The order.</param>
public sealed record OrderOwed(string Reference) : Refusal
{
    public override string Code => "ORDER_OWED";
}

/// <summary>Nothing of the order is due now: the rest is asked for when the work is delivered (SEN-10).</summary>
/// <param name="Reference">The order.</param>
public sealed record OrderNothingDue(string Reference) : Refusal
{
    public override string Code => "ORDER_NOTHING_DUE";
}
