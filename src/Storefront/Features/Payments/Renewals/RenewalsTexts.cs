namespace Storefront.Features.Payments.Renewals;

/// <summary>Marks the texts of plans whose next terms are asked for.</summary>
public sealed class RenewalsTexts;
