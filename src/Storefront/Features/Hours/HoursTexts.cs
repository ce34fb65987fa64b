namespace Storefront.Features.Hours;

/// <summary>Marks the texts of hours.</summary>
public sealed class HoursTexts;
