using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>
/// Where an argument's coerced value comes from: a literal or default, read once, or variables, read in each request. Both give the same
/// value for the same input, so that they cost the same.
/// </summary>
internal sealed class ArgumentSource
{
    private readonly ValueNode? literal;
    private readonly object? constant;

    public ArgumentSource(InputValue definition, ValueNode? literal)
    {
        Definition = definition;
        this.literal = literal;
        IsConstant = literal is null || !UsesVariable(literal);
        constant = IsConstant && literal is not null ? Coerce(literal, null) : Default();
    }

    public InputValue Definition { get; }

    /// <summary>Whether the value is the same in every request.</summary>
    public bool IsConstant { get; }

    /// <summary>The coerced value; null where there is none, or none that fits.</summary>
    public object? Read(IReadOnlyDictionary<string, object?> variables) =>
        IsConstant ? constant
        : literal is not VariableNode variable ? Coerce(literal!, variables)
        : variables.TryGetValue(variable.Name.Value, out var value) ? value
        : constant;

    /// <summary>Whether the request states a value, null included.</summary>
    public bool IsGiven(IReadOnlyDictionary<string, object?> variables) =>
        literal is not null && (literal is not VariableNode variable || variables.ContainsKey(variable.Name.Value));

    private object? Default() => Definition.DefaultValue is null ? null : InputCoercion.CoerceDefault(Definition);

    private object? Coerce(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        InputCoercion.TryCoerceLiteral(Definition.Type, node, variables, out var value, out _) ? value : null;

    private static bool UsesVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(UsesVariable),
        ObjectValueNode fields => fields.Fields.Any(field => UsesVariable(field.Value)),
        _ => false,
    };
}
