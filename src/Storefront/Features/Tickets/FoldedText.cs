using System.Globalization;
using System.Text;

namespace Storefront.Features.Tickets;

/// <summary>Text as it is searched: without capitals and accents, so that "facturacion" finds "Facturación".</summary>
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);

        // Half characters, which cannot be normalized, become replacement characters.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        foreach (var character in whole.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character);
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
