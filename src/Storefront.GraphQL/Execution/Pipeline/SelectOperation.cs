using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>GetOperation (section 6.1), and whether the transport allows it.</summary>
internal static class SelectOperation
{
    public static (GraphQLError Error, ResultKind Kind)? Run(RequestContext context)
    {
        var operations = context.Document!.Operations;
        var name = context.Request.OperationName;
        var definition = name is not null ? Array.Find(operations, candidate => candidate.Name?.Value == name)
            : operations is [var only] ? only
            : null;
        if (definition is null)
        {
            return (name is null && operations.Length == 0 ? ErrorHelper.NoOperation() : ErrorHelper.OperationUnknown(name), ResultKind.RequestError);
        }

        context.Definition = definition;
        var operation = definition.Operation;
        var (allowance, kind) = operation switch
        {
            OperationType.Query => (AllowedOperations.Query, ResultKind.RequestError),
            OperationType.Mutation => (AllowedOperations.Mutation, ResultKind.MutationNotAllowed),
            OperationType.Subscription => (AllowedOperations.Subscription, ResultKind.SubscriptionNotAllowed),
        };
        return context.Request.AllowedOperations.HasFlag(allowance) ? null : (ErrorHelper.OperationNotAllowed(operation), kind);
    }
}
