namespace Storefront.GraphQL.Types;

/// <summary>The usual names of the root types, by which classes extend them (section 3.3.1).</summary>
public static class OperationTypeNames
{
    /// <summary>The root of reading.</summary>
    public const string Query = "Query";

    /// <summary>The root of writing.</summary>
    public const string Mutation = "Mutation";

    /// <summary>The root of live operations.</summary>
    public const string Subscription = "Subscription";
}
