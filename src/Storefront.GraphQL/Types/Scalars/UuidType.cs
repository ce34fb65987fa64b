namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>UUID</c> (a custom scalar, section 3.5): a UUID in its hyphenated form. Its runtime value is a <see cref="Guid"/>.</summary>
public sealed class UuidType() : StringScalarType<Guid>(
    "UUID",
    "https://www.rfc-editor.org/rfc/rfc9562",
    "A universally unique identifier, such as `0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f`.")
{
    /// <inheritdoc/>
    protected override bool TryParse(string text, out Guid value)
    {
        // Guid itself also takes white space, signs and 0x.
        value = default;
        return text is { Length: 36 }
            && text.All(character => char.IsAsciiHexDigit(character) || character == '-')
            && Guid.TryParseExact(text, "D", out value);
    }

    /// <inheritdoc/>
    protected override string Format(Guid value) => value.ToString("D");

    /// <inheritdoc/>
    protected override bool TryFormat(Guid value, Span<char> destination, out int length) => value.TryFormat(destination, out length, "D");
}
