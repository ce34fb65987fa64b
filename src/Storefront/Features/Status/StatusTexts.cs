namespace Storefront.Features.Status;

/// <summary>The texts of the house's status: its page, the notice on every page, and what staff write.</summary>
public sealed class StatusTexts;
