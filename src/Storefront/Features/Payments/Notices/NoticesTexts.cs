namespace Storefront.Features.Payments.Notices;

/// <summary>Marks the texts of payments that customers tell of.</summary>
public sealed class NoticesTexts;
