using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

/// <content>Which resolvers have services of their own.</content>
internal sealed partial class SchemaInference
{
    private readonly ScopedServices scopedServices;

    /// <summary>Gives a field its resolver, with a scope of its own where it may take what is not to be shared.</summary>
    private void Resolve(OutputField field, CompiledResolver resolver, FieldSource source, MemberInfo member, Expression call)
    {
        field.Resolver = ScopeOf(source, member) == DependencyInjectionScope.Resolver && MayTakeScoped(resolver, member, call)
            ? new AsyncResolver(resolver.AsAsync) { IsScoped = true }
            : resolver.ToResolver();
        if (resolver.Async is not null)
        {
            AddDefaultCost(field);
        }
    }

    // Root fields of a mutation run one after the other.
    private DependencyInjectionScope ScopeOf(FieldSource source, MemberInfo member) =>
        member.IsDefined(typeof(UseRequestScopeAttribute)) ? DependencyInjectionScope.Request
        : member.IsDefined(typeof(UseResolverScopeAttribute)) ? DependencyInjectionScope.Resolver
        : source is { Parent: null, Owner.Name: OperationTypeNames.Mutation } ? configuration.DefaultMutationDependencyInjectionScope
        : configuration.DefaultQueryDependencyInjectionScope;

    // What is taken from the context itself is seen only when it happens; what never waits has no other beside it.
    private bool MayTakeScoped(CompiledResolver resolver, MemberInfo member, Expression call) =>
        resolver.AsksForServices
        || scopedServices.AreTakenBy(call)
        || (resolver.Async is not null && member is MethodInfo method && Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(IResolverContext)));
}
