using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Finds whether a resolver's call takes a service that is made anew for each scope, or all services.</summary>
/// <param name="isScoped">Whether a type, with the key of a keyed service, is such a one.</param>
internal sealed class ScopedServices(Func<Type, object?, bool> isScoped) : ExpressionVisitor
{
    private bool found;

    public bool AreTakenBy(Expression call)
    {
        found = false;
        Visit(call);
        return found;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var type = node.Method.IsGenericMethod ? node.Method.GetGenericArguments()[0] : null;
        switch (node.Method.Name)
        {
            case nameof(ServiceReader.Required) or nameof(ServiceReader.Optional) when node.Method.DeclaringType == typeof(ServiceReader):
            case nameof(ActivatorUtilities.GetServiceOrCreateInstance) when node.Method.DeclaringType == typeof(ActivatorUtilities):
                found |= isScoped(type!, null);
                return node;
            case nameof(ServiceReader.Keyed) when node.Method.DeclaringType == typeof(ServiceReader):
                found |= isScoped(type!, ((ConstantExpression)node.Arguments[1]).Value);
                return node;
            default:
                return base.VisitMethodCall(node);
        }
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        found |= node.Member.DeclaringType == typeof(IResolverContext) && node.Member.Name == nameof(IResolverContext.Services);
        return base.VisitMember(node);
    }
}
