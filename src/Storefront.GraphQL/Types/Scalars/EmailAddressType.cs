using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>EmailAddress</c> (a custom scalar, section 3.5): an e-mail address as HTML's e-mail field takes it. Its runtime value is a <see cref="string"/>.</summary>
public sealed partial class EmailAddressType() : StringScalarType<string>(
    "EmailAddress",
    "https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
    "An e-mail address, such as `ana@example.com`.")
{
    private const int Longest = 254;

    /// <inheritdoc/>
    protected override bool TryParse(string text, [NotNullWhen(true)] out string? value)
    {
        value = text is { Length: <= Longest } && Pattern.IsMatch(text) ? text : null;
        return value is not null;
    }

    /// <inheritdoc/>
    protected override string Format(string value) => value;

    [GeneratedRegex(
        @"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern { get; }
}
