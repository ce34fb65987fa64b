using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>Hands what a transport has read to the executor, with what the host's interceptor adds to it.</summary>
internal sealed class OperationRunner(
    IRequestExecutor executor, GraphQLRequestInterceptor interceptor, ExecutorOptions options, IEnumerable<ExecutionDiagnosticEventListener> listeners)
{
    // HotChocolate's name for it.
    private const string CostHeader = "GraphQL-Cost";

    // The base class adds nothing.
    private readonly bool isIntercepted = interceptor.GetType() != typeof(GraphQLRequestInterceptor);

    // Nobody asks who it is where nobody is charged or refused.
    private readonly bool isIdentified = interceptor.GetType() != typeof(GraphQLRequestInterceptor)
        || options.Cost.ClientBudget is not null || options.PersistedDocuments.RequireTrusted == TrustedDocumentsRequirement.Anonymous;

    public async ValueTask<ExecutionResult> RunAsync(
        HttpContext context,
        IServiceProvider services,
        GraphQLParameters parameters,
        AllowedOperations allowed,
        CancellationToken cancellationToken,
        CancellationTokenSource? lifetime = null)
    {
        ConcurrentDictionary<string, object?>? contextData = null;
        if (isIntercepted)
        {
            contextData = new ConcurrentDictionary<string, object?>(concurrencyLevel: 1, capacity: 3, StringComparer.Ordinal);
            try
            {
                await interceptor.OnRequestAsync(context, contextData, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphQLException refusal)
            {
                return OperationResultBody.Refuse(ResultKind.RequestError, refusal.Errors);
            }
        }

        return await executor.ExecuteAsync(
            new OperationRequest
            {
                Document = parameters.Query ?? default,
                DocumentId = parameters.DocumentId,
                OperationName = parameters.OperationName,
                Variables = parameters.Variables,
                Extensions = parameters.Extensions,
                Services = services,
                User = context.User,
                ContextData = contextData,
                AllowIntrospection = isIntercepted ? interceptor.AllowIntrospection(context) : null,
                Client = isIdentified ? interceptor.IdentifyClient(context) : null,
                CostMode = CostModeOf(context),
                ResumeAfter = parameters.ResumeAfter,
                AllowedOperations = allowed,
                Lifetime = lifetime,
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a client is told of a failure around execution: an id, by which the host's log has the rest.</summary>
    public GraphQLError Report(Exception exception)
    {
        var failure = ErrorHelper.Unexpected(exception, options);
        foreach (var listener in listeners)
        {
            listener.RequestFailed(failure);
        }

        return failure;
    }

    private static CostMode CostModeOf(HttpContext context)
    {
        var asked = context.Request.Headers[CostHeader];
        return asked.Count == 0 ? CostMode.Execute
            : asked.ToString().Equals("report", StringComparison.OrdinalIgnoreCase) ? CostMode.Report
            : asked.ToString().Equals("validate", StringComparison.OrdinalIgnoreCase) ? CostMode.Validate
            : CostMode.Execute;
    }
}
