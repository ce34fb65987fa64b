using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>
/// A piece of HTML, written as an interpolated string whose literal parts are markup and whose holes are text: what stands in a hole is encoded
/// unless it is HTML itself.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html : IHtmlContent
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup;

    public Html(int literalLength, int formattedCount) => markup = new StringBuilder(literalLength + (formattedCount * 24));

    public static Html Empty { get; } = new(0, 0);

    public static Html Join(string separator, IEnumerable<Html> parts)
    {
        var all = new Html(0, 0);
        foreach (var part in parts)
        {
            all.AppendLiteral(all.markup.Length == 0 ? string.Empty : separator);
            all.AppendFormatted(part);
        }

        return all;
    }

    public void AppendLiteral(string value) => markup.Append(value);

    public void AppendFormatted(string? text) => markup.Append(text is null ? null : Encoder.Encode(text));

    public void AppendFormatted(int number) => markup.Append(CultureInfo.CurrentCulture, $"{number}");

    public void AppendFormatted(Html? part) => markup.Append(part?.markup);

    public void AppendFormatted(IHtmlContent part)
    {
        using var writer = new StringWriter(markup, CultureInfo.InvariantCulture);
        part.WriteTo(writer, Encoder);
    }

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            markup.Append(part.markup);
        }
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(markup);

    public override string ToString() => markup.ToString();
}
