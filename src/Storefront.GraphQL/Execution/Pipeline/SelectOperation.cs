using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>GetOperation (section 6.1), and whether the transport allows it.</summary>
internal static class SelectOperation
{
    public static (GraphQLError Error, ResultKind Kind)? Run(RequestContext context)
    {
        var operations = context.Document!.Document!.Definitions.OfType<OperationDefinitionNode>();
        var name = context.Request.OperationName;
        var candidates = name is null ? operations.Take(2).ToList() : [.. operations.Where(operation => operation.Name?.Value == name)];
        if (candidates.Count != 1)
        {
            return (name is null && candidates.Count == 0 ? ErrorHelper.NoOperation() : ErrorHelper.OperationUnknown(name), ResultKind.RequestError);
        }

        context.Definition = candidates[0];
        var operation = candidates[0].Operation;
        var (allowance, kind) = operation switch
        {
            OperationType.Query => (AllowedOperations.Query, ResultKind.RequestError),
            OperationType.Mutation => (AllowedOperations.Mutation, ResultKind.MutationNotAllowed),
            OperationType.Subscription => (AllowedOperations.Subscription, ResultKind.SubscriptionNotAllowed),
        };
        return context.Request.AllowedOperations.HasFlag(allowance) ? null : (ErrorHelper.OperationNotAllowed(operation), kind);
    }
}
