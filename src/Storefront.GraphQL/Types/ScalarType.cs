using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>A scalar type (section 3.5). One that is not derived from carries any value through unchanged.</summary>
public class ScalarType(string name) : NamedType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>The address of its specification (<c>@specifiedBy</c>, section 3.13.4); null when there is none.</summary>
    public string? SpecifiedByUrl { get; set; }

    /// <summary>Coerces a literal (section 3.5, input coercion). The node is no variable and not null.</summary>
    /// <param name="node">The literal; in custom scalars lists and objects may hold variables.</param>
    /// <param name="variables">The coerced variables by name; null while a document is validated.</param>
    /// <param name="value">The runtime value, where true is returned.</param>
    /// <param name="error">Why not, where false is returned: a sentence such as <c>Int cannot represent non-integer value: 1.5</c>.</param>
    public virtual bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        value = ValueNodeConverter.ToObject(node, variables);
        error = null;
        return true;
    }

    /// <summary>Coerces a variable's value, which is not null.</summary>
    public virtual bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        value = ValueNodeConverter.ToObject(json);
        error = null;
        return true;
    }

    /// <summary>Coerces a resolver's value, which is not null, and writes it as JSON (result coercion).</summary>
    /// <returns>Null when it was written; else why not, and nothing has been written.</returns>
    public virtual string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        if (value is double real && !double.IsFinite(real))
        {
            return $"{Name} cannot represent value: {ValuePrinter.Inspect(value)}";
        }

        JsonSerializer.Serialize(writer, value, value.GetType());
        return null;
    }
}
