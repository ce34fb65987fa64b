using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <content>ExecuteQuery and ExecuteMutation (sections 6.2.1 and 6.2.2).</content>
internal sealed partial class OperationExecution
{
    /// <summary>
    /// Whether something that is needed is not there, and asking again is all that is left to do: a part of a query is worth nothing, and of
    /// a mutation the first root field was not done and no other has run.
    /// </summary>
    private bool HasDoneNothing(IReadOnlyList<GraphQLError> problems)
    {
        if (!problems.Any(problem => problem.Code == ErrorCodes.Unavailable))
        {
            return false;
        }

        var roots = Operation.RootSelectionSet.Selections;
        return Operation.Type switch
        {
            OperationType.Query => true,
            OperationType.Mutation => (roots.Length == 1 || (writer.IsRootGone && roots[0].Field.Type is NonNullType))
                && problems.Any(problem => problem is { Code: ErrorCodes.Unavailable, Path: { Parent: null, Order: 0 } }),
            OperationType.Subscription => false,
        };
    }

    private async ValueTask RunAsync(ResultFragment data)
    {
        data.Begin();
        data.Buffer.Write("{\"data\":"u8);
        if (Operation.RootSelectionSet.Failure is { } failure)
        {
            AddError(failure);
            data.Buffer.WriteNull();
        }
        else if (Operation.Type == OperationType.Mutation)
        {
            await RunSeriallyAsync(data).ConfigureAwait(false);
        }
        else
        {
            writer.WriteRoot(data, Operation.RootSelectionSet, rootValue);
            await DrainAsync().ConfigureAwait(false);
        }
    }

    // Section 6.3.1: a mutation's root fields run one after the other, each with all that is below it.
    private async ValueTask RunSeriallyAsync(ResultFragment data)
    {
        writer.BeginRoot(data, Operation.RootSelectionSet);
        foreach (var selection in Operation.RootSelectionSet.Selections)
        {
            writer.WriteRootField(selection, rootValue);

            // Also when the field has failed: what was begun below it must not outlive the request.
            await DrainAsync().ConfigureAwait(false);
            if (writer.IsRootGone)
            {
                break;
            }
        }

        writer.EndRoot();
    }
}
