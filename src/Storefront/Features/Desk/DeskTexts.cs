namespace Storefront.Features.Desk;

/// <summary>Names the texts of the desk.</summary>
public sealed class DeskTexts;
