namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>A field's or directive's coerced arguments.</summary>
internal sealed class ArgumentValues(Dictionary<string, object?> coerced, Dictionary<string, object?> converted)
{
    public static readonly ArgumentValues Empty = new([], []);

    /// <summary>Before conversion to C# types; what was not given and has no default is absent.</summary>
    public IReadOnlyDictionary<string, object?> Coerced { get; } = coerced;

    /// <summary>What resolvers are given.</summary>
    public IReadOnlyDictionary<string, object?> Converted { get; } = converted;
}
