using System.Diagnostics.CodeAnalysis;
using Storefront.Stripe.Prices;

namespace Storefront.Stripe.Checkout;

/// <summary>One thing that is bought in a session. Amounts are in the currency's minor unit.</summary>
public sealed class LineItem : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "item";

    public long AmountDiscount { get; set; }

    public long AmountSubtotal { get; set; }

    public long AmountTax { get; set; }

    public long AmountTotal { get; set; }

    public string Currency { get; set; } = "";

    public string? Description { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public Price? Price { get; set; }

    public long? Quantity { get; set; }
}
