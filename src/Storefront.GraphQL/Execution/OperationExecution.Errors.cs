using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Plan;

namespace Storefront.GraphQL.Execution;

/// <content>Errors of fields, which resolvers may add at the same time.</content>
internal sealed partial class OperationExecution
{
    /// <summary>Adds an error; resolvers that wait may do so from any thread.</summary>
    public void AddError(GraphQLError problem)
    {
        lock (gate)
        {
            (errors ??= []).Add(problem);
        }
    }

    /// <summary>Adds what a resolver threw: its own errors, or an anonymous one whose cause the listeners are told.</summary>
    public void AddError(Exception exception, Selection selection, ResponsePath path)
    {
        if (exception is GraphQLException { Errors: var own })
        {
            foreach (var problem in own)
            {
                AddError(ErrorHelper.At(problem, selection, path));
            }

            return;
        }

        AddFault(ErrorHelper.At(ErrorHelper.Unexpected(exception, options), selection, path));
    }

    /// <summary>Takes back what was added for a path.</summary>
    public void RemoveErrors(ResponsePath path)
    {
        lock (gate)
        {
            errors!.RemoveAll(problem => ReferenceEquals(problem.Path, path));
        }
    }

    /// <summary>Adds an error that is the server's own fault, of which the listeners are told.</summary>
    public void AddFault(GraphQLError failure)
    {
        AddError(failure);
        GraphQLTelemetry.RecordException(failure);
        foreach (var listener in listeners)
        {
            listener.ResolverFailed(failure);
        }
    }
}
