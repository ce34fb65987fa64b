namespace Storefront.Features.Tickets;

/// <summary>The texts of everything around tickets.</summary>
public sealed class TicketsTexts;
