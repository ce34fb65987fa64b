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
    /// <returns>What was added, one at least.</returns>
    public IReadOnlyList<GraphQLError> AddError(Exception exception, Selection selection, ResponsePath path)
    {
        if (exception is GraphQLException { Errors: { Count: > 0 } own })
        {
            GraphQLError[] added = [.. own.Select(problem => ErrorHelper.At(problem, selection, path))];
            Array.ForEach(added, AddError);
            return added;
        }

        var failure = ErrorHelper.At(ErrorHelper.Unexpected(exception, options), selection, path);
        AddFault(failure);
        return [failure];
    }

    /// <summary>Takes errors back that were added.</summary>
    public void Withdraw(IReadOnlyList<GraphQLError> added)
    {
        lock (gate)
        {
            // They are left out at the end, all at once: thousands may be taken back one by one.
            (withdrawn ??= new HashSet<GraphQLError>(ReferenceEqualityComparer.Instance)).UnionWith(added);
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
