using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>URL</c> (a custom scalar, section 3.5): an absolute address. Its runtime value is a <see cref="Uri"/>.</summary>
public sealed class UrlType() : StringScalarType<Uri>(
    "URL",
    "https://www.rfc-editor.org/rfc/rfc3986",
    "An absolute address, such as `https://example.com/plans`.")
{
    /// <inheritdoc/>
    protected override bool TryParse(string text, [NotNullWhen(true)] out Uri? value)
    {
        // Uri mends what RFC 3986 excludes, and a path alone counts as a file's address on Unix.
        value = null;
        return text is not null
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '\\' or '"' or '<' or '>' or '^' or '`' or '{' or '|' or '}')
            && Uri.TryCreate(text, UriKind.Absolute, out value)
            && !value.IsFile;
    }

    /// <inheritdoc/>
    protected override string Format(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString;
    }
}
