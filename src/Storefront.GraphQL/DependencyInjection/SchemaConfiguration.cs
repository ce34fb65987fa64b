using System.Reflection;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Inference;
using Storefront.GraphQL.Types.Mutations;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>What a schema is built from; filled by the methods of <see cref="IRequestExecutorBuilder"/>.</summary>
public sealed class SchemaConfiguration
{
    /// <summary>The schema's description; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>Descriptions of the root types by their names, <c>Query</c>, <c>Mutation</c> and <c>Subscription</c>.</summary>
    public Dictionary<string, string> RootDescriptions { get; } = new(StringComparer.Ordinal);

    /// <summary>How connections page.</summary>
    public PagingOptions Paging { get; } = new();

    /// <summary>
    /// What a field weighs whose resolver may wait and that has no <c>[Cost]</c>; written into the schema as <c>@cost</c>. Null (the default)
    /// for the specification's own weights.
    /// </summary>
    public double? DefaultResolverCost { get; set; }

    /// <summary>
    /// Whose services a resolver takes that is no root field of a mutation; <c>[UseRequestScope]</c> and <c>[UseResolverScope]</c> say it of one.
    /// Default: its own.
    /// </summary>
    public DependencyInjectionScope DefaultQueryDependencyInjectionScope { get; set; } = DependencyInjectionScope.Resolver;

    /// <summary>Whose services the root fields of a mutation take, which run one after the other. Default: the request's.</summary>
    public DependencyInjectionScope DefaultMutationDependencyInjectionScope { get; set; } = DependencyInjectionScope.Request;

    internal MutationConventionOptions? MutationConventions { get; set; }

    internal List<Type> Queries { get; } = [];

    internal List<Type> Mutations { get; } = [];

    internal List<Type> Subscriptions { get; } = [];

    internal List<Type> Types { get; } = [];

    internal List<Type> Extensions { get; } = [];

    internal List<Assembly> Assemblies { get; } = [];

    internal Dictionary<Type, ScalarType> Bindings { get; } = [];

    internal TypeConverters Converters { get; } = new();

    internal List<IFieldResultAdapter> ResultAdapters { get; } = [];

    internal List<Action<SchemaBuilder>> Builders { get; } = [];

    /// <summary>Builds the schema.</summary>
    /// <param name="isService">Whether a type is a service, so that a parameter of it is not an argument.</param>
    /// <exception cref="SchemaException">Every problem found.</exception>
    public Schema BuildSchema(Func<Type, bool> isService) => BuildSchema(isService, static (_, _) => true);

    /// <param name="isService">Whether a type is a service.</param>
    /// <param name="isScoped">Whether a service, with the key of a keyed one, is made anew for each scope.</param>
    internal Schema BuildSchema(Func<Type, bool> isService, Func<Type, object?, bool> isScoped) => new SchemaInference(this, isService, isScoped).Build();
}
