namespace Storefront.Features.Payments.Refunds;

/// <summary>Marks the texts of money that goes back.</summary>
public sealed class RefundsTexts;
