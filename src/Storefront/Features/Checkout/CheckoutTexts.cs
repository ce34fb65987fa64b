namespace Storefront.Features.Checkout;

/// <summary>Marks the texts of buying: checkout, orders.</summary>
public sealed class CheckoutTexts;
