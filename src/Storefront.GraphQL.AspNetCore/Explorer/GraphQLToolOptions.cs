namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>Whether a browser that opens the endpoint gets the explorer.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>
    /// Whether there is an explorer. Null, the default, follows introspection: who may not ask for the schema is not shown it either.
    /// </summary>
    public bool? Enable { get; set; }
}
