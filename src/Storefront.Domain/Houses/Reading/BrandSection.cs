using System.Globalization;

namespace Storefront.Domain.Houses.Reading;

/// <summary>The house's colours, which have to be readable in both themes (WCAG 2.2, 1.4.3).</summary>
internal static class BrandSection
{
    private const double Readable = 4.5;

    /// <summary>A tint of the colour as the ground takes about a tenth of the contrast.</summary>
    private const double ReadableOnItsTint = 5.2;

    private static readonly Colour LightPage = new(0xf7, 0xf7, 0xfa);
    private static readonly Colour DarkPage = new(0x17, 0x18, 0x1f);

    public static Brand Read(ObjectReader reader) => new(
        reader.Object("accent", "brandColour", colour => ReadColour(colour, LightPage, DarkPage, ReadableOnItsTint, "the page")),
        reader.Object("fill", "brandColour", colour => ReadColour(colour, Colour.White, Colour.White, Readable, "white text")));

    private static BrandColour ReadColour(ObjectReader reader, Colour light, Colour dark, double least, string other)
    {
        var colour = new BrandColour(reader.Colour("light"), reader.Colour("dark"));
        Check(reader, "light", colour.Light, light, least, other);
        Check(reader, "dark", colour.Dark, dark, least, other);
        return colour;
    }

    private static void Check(ObjectReader reader, string name, Colour colour, Colour ground, double least, string other)
    {
        if (reader.Ok(name) && Houses.Colour.Contrast(colour, ground) is var contrast && contrast < least)
        {
            reader.Problem(name, string.Create(
                CultureInfo.InvariantCulture, $"{colour} against {other} has a contrast of {contrast:0.0}, and {least:0.0} is needed to be readable."));
        }
    }
}
