namespace Storefront.Domain.Houses;

/// <summary>The house's own colour, once as text and lines and once as the ground below white text.</summary>
/// <param name="Accent">Links and marks; readable on the page and on a tint of itself.</param>
/// <param name="Fill">Buttons; white text on it is readable.</param>
public sealed record Brand(BrandColour Accent, BrandColour Fill);

/// <summary>A colour in both themes.</summary>
/// <param name="Light">In the light theme.</param>
/// <param name="Dark">In the dark theme.</param>
public sealed record BrandColour(Colour Light, Colour Dark);
