using System.Runtime.CompilerServices;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// Subscriptions (section 6.2.3). A failure to open the source stream is a request error; a failure in one event's execution is an error of
/// that response; a failure of the stream itself ends it with one last error.
/// </summary>
internal sealed class SubscriptionExecution : ResponseStream
{
    private readonly RequestContext context;
    private readonly ExecutorOptions options;
    private readonly IReadOnlyList<ExecutionDiagnosticEventListener> listeners;
    private readonly IAsyncEnumerable<object?> source;
    private readonly CancellationTokenSource closed = new();

    private SubscriptionExecution(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        IAsyncEnumerable<object?> source)
    {
        this.context = context;
        this.options = options;
        this.listeners = listeners;
        this.source = source;
        GraphQLTelemetry.ActiveSubscriptions.Add(1);
    }

    /// <summary>CreateSourceEventStream (section 6.2.3.1).</summary>
    public static async Task<ExecutionResult> SubscribeAsync(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners)
    {
        var selection = context.Operation!.RootSelectionSet.Selections[0];
        var path = ResponsePath.Field(null, selection.ResponseName);
        using var execution = OperationExecution.ForSource(context, options, listeners);
        try
        {
            if (selection.Field.Subscribe is not { } subscribe)
            {
                throw new InvalidOperationException($"{selection.Coordinate} has no source stream.");
            }

            var source = await subscribe.Subscribe(execution.ContextFor(selection, path)).ConfigureAwait(false);
            return new SubscriptionExecution(context, options, listeners, source);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            execution.AddError(exception, selection, path);
            return OperationResultBody.Refuse(ResultKind.RequestError, execution.Errors);
        }
    }

    /// <summary>MapSourceToResponseEvent (section 6.2.3.2).</summary>
    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token, context.CancellationToken);
        var events = source.GetAsyncEnumerator(linked.Token);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                OperationResult? failure = null;
                try
                {
                    if (!await events.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (OperationCanceledException) when (linked.IsCancellationRequested)
                {
                    yield break;
                }
                catch (Exception exception)
                {
                    failure = Fail(exception);
                }

                if (failure is not null)
                {
                    yield return failure;
                    yield break;
                }

                yield return await OperationExecution.RunAsync(context, options, listeners, events.Current, linked.Token, events.Current).ConfigureAwait(false);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (closed.IsCancellationRequested)
        {
            return;
        }

        GraphQLTelemetry.ActiveSubscriptions.Add(-1);
        await closed.CancelAsync().ConfigureAwait(false);
        closed.Dispose();
    }

    private OperationResultBody Fail(Exception exception)
    {
        foreach (var listener in listeners)
        {
            listener.SubscriptionFailed(exception);
        }

        var problems = exception is GraphQLException own ? own.Errors : [ErrorHelper.Unexpected(exception, options.IncludeExceptionDetails)];
        return OperationResultBody.Refuse(ResultKind.Executed, problems);
    }
}
