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
        return context.Request.AllowedOperations.HasFlag(AllowanceFor(candidates[0].Operation))
            ? null
            : (ErrorHelper.OperationNotAllowed(candidates[0].Operation), ResultKind.OperationNotAllowed);
    }

    private static AllowedOperations AllowanceFor(OperationType operation) => operation switch
    {
        OperationType.Query => AllowedOperations.Query,
        OperationType.Mutation => AllowedOperations.Mutation,
        OperationType.Subscription => AllowedOperations.Subscription,
    };
}
