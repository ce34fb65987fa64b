namespace Storefront.Features.Plans;

/// <summary>Marks the texts of the plans page and its calculator.</summary>
public sealed class PlansTexts;
