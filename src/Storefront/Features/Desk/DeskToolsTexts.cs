namespace Storefront.Features.Desk;

/// <summary>The texts of the desk's list, board, keys and changes to several tickets.</summary>
public sealed class DeskToolsTexts;
