namespace Storefront.Features.Payments.Credits;

/// <summary>Marks the texts of what the house owes its customers.</summary>
public sealed class CreditsTexts;
