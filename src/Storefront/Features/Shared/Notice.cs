namespace Storefront.Features.Shared;

/// <summary>A message in the page, for the partial <c>_Notice</c>.</summary>
public sealed record Notice(Tone Tone, string Text, string? Title = null);
