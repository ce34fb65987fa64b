namespace Storefront.Features.Work;

/// <summary>Marks the texts of this feature.</summary>
public sealed class WorkTexts;
