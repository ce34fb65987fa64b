namespace Storefront.Features.Shared;

/// <summary>What a page says where there is nothing yet, and what can be done about it; for the partial <c>_Empty</c>.</summary>
public sealed record Emptiness(string Icon, string Title, string Text, string? ActionPath = null, string? ActionText = null);
