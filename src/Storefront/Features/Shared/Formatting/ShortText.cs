namespace Storefront.Features.Shared.Formatting;

/// <summary>Text that has room for so much only.</summary>
public static class ShortText
{
    /// <summary>The beginning of a text; a character of two units is never cut in two, which PostgreSQL would refuse.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">At most so many UTF-16 units; not negative.</param>
    public static string Begin(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The same, with an ellipsis where something is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">At most so many UTF-16 units, ellipsis included; positive.</param>
    public static string Of(string text, int most) => text.Length <= most ? text : Begin(text, most - 1) + "…";
}
