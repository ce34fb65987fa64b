using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution;

/// <content>ExecuteQuery and ExecuteMutation (sections 6.2.1 and 6.2.2).</content>
internal sealed partial class OperationExecution
{
    private async ValueTask RunAsync(ResultFragment data)
    {
        data.Buffer.Write("{\"data\":"u8);
        if (Operation.Type == OperationType.Mutation)
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
