using System.Globalization;
using System.Text;

namespace Storefront.Features.Attachments;

/// <summary>The name under which a file is kept and downloaded.</summary>
public static class AttachmentName
{
    private const int MaxLength = 150;

    /// <summary>
    /// The name without path and without characters that cannot be seen or that turn the reading direction; its extension stays when it has
    /// to be shortened. Nothing is left of a name that is only those.
    /// </summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        var result = clean.ToString().Trim(' ', '.');
        if (result.Length <= MaxLength)
        {
            return result;
        }

        var extension = Path.GetExtension(result);
        var stem = MaxLength - Math.Min(extension.Length, MaxLength / 2);
        stem -= char.IsHighSurrogate(result[stem - 1]) ? 1 : 0;
        return result[..stem] + extension[..Math.Min(extension.Length, MaxLength / 2)];
    }
}
