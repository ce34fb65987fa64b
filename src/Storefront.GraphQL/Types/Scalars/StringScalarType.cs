using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary>A scalar that is a string in documents and JSON, and a <typeparamref name="TRuntime"/> in C# (section 3.5).</summary>
public abstract class StringScalarType<TRuntime> : ScalarType
    where TRuntime : notnull
{
    private const int FormatLength = 64;

    /// <summary>Creates the type.</summary>
    /// <param name="name">The name.</param>
    /// <param name="specifiedByUrl">Where its format is specified; null when nowhere.</param>
    /// <param name="description">The description; null for none.</param>
    protected StringScalarType(string name, string? specifiedByUrl = null, string? description = null)
        : base(name)
    {
        RuntimeType = typeof(TRuntime);
        SpecifiedByUrl = specifiedByUrl;
        Description = description;
    }

    /// <summary>Reads the text that a client gave.</summary>
    protected abstract bool TryParse(string text, [NotNullWhen(true)] out TRuntime? value);

    /// <summary>The text of a value.</summary>
    protected abstract string Format(TRuntime value);

    /// <summary>Puts a value's text in place, where no string is needed for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="destination">64 characters.</param>
    /// <param name="length">How many were written.</param>
    /// <returns>False to have <see cref="Format"/> asked instead.</returns>
    protected virtual bool TryFormat(TRuntime value, Span<char> destination, out int length)
    {
        length = 0;
        return false;
    }

    /// <summary>Turns another type's value that a resolver gave into one of this scalar's; null where it cannot be.</summary>
    protected virtual object? ConvertResult(object value) => null;

    /// <inheritdoc/>
    public sealed override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node is StringValueNode text)
        {
            return TryParseText(text.Value, out value, out error);
        }

        (value, error) = (null, $"{Name} cannot represent a non string value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public sealed override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return TryParseText(json.GetString()!, out value, out error);
        }

        (value, error) = (null, $"{Name} cannot represent a non string value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public sealed override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        if (value is not TRuntime && ConvertResult(value) is { } converted)
        {
            value = converted;
        }

        if (value is not TRuntime typed)
        {
            return $"{Name} cannot represent value: {ValuePrinter.Inspect(value)}";
        }

        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[FormatLength];
        writer.WriteStringValue(TryFormat(typed, text, out var length) ? text[..length] : Format(typed));
        return null;
    }

    internal void WriteTo(ResultBuffer buffer, TRuntime value)
    {
        Span<char> text = stackalloc char[FormatLength];
        buffer.WriteString(TryFormat(value, text, out var length) ? text[..length] : Format(value));
    }

    private bool TryParseText(string text, out object? value, out string? error)
    {
        if (TryParse(text, out var typed))
        {
            (value, error) = (typed, null);
            return true;
        }

        (value, error) = (null, $"{Name} cannot represent value: {ValuePrinter.Inspect(text)}");
        return false;
    }
}
