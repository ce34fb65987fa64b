namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>A place inside a variable's value.</summary>
internal sealed record JsonPath(JsonPath? Parent, string? Name, int Index)
{
    /// <summary>As in graphql-js's messages: <c>.filter.ids[0]</c>.</summary>
    public override string ToString() => Parent + (Name is null ? $"[{Index}]" : $".{Name}");
}
