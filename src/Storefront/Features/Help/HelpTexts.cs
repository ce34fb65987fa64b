namespace Storefront.Features.Help;

/// <summary>Marks the texts of the help centre.</summary>
public sealed class HelpTexts;
