using System.Linq.Expressions;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Puts one parameter in another's place.</summary>
internal sealed class ParameterReplacement(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}
