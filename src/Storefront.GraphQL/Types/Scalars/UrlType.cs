using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>URL</c>: an absolute address. Its runtime value is a <see cref="Uri"/>.</summary>
public sealed class UrlType() : StringScalarType<Uri>(
    "URL",
    "https://www.rfc-editor.org/rfc/rfc3986",
    "An absolute address, such as `https://example.com/plans`.")
{
    /// <inheritdoc/>
    protected override bool TryParse(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && !value.IsFile; // A path alone counts as a file's address on Unix.

    /// <inheritdoc/>
    protected override string Format(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString;
    }
}
