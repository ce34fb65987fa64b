namespace Storefront.Features.Shared;

/// <summary>Marks the texts that more than one feature says: frame, formats, validation.</summary>
public sealed class SharedTexts;
