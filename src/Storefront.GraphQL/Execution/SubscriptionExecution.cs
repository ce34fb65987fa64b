using System.Runtime.CompilerServices;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Subscriptions;

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
    private readonly OperationExecution opening;
    private readonly IAsyncEnumerable<object?> source;

    // Never disposed of: that would make it forget those it has still to cancel, and it has no timer left.
    private readonly CancellationTokenSource lifetime;
    private readonly CancellationToken ended;
    private int isRead;
    private int isDisposed;

    private SubscriptionExecution(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        OperationExecution opening,
        IAsyncEnumerable<object?> source,
        CancellationTokenSource lifetime)
    {
        this.context = context;
        this.options = options;
        this.listeners = listeners;
        this.opening = opening;
        this.source = source;
        this.lifetime = lifetime;
        ended = lifetime.Token;
        GraphQLTelemetry.ActiveSubscriptions.Add(1);
    }

    /// <summary>CreateSourceEventStream (section 6.2.3.1). Opening has the time limit of a request.</summary>
    public static async Task<ExecutionResult> SubscribeAsync(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners)
    {
        var selection = context.Operation!.RootSelectionSet.Selections[0];
        var path = ResponsePath.Field(null, selection.ResponseName);
        var lifetime = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var opening = OperationExecution.ForSource(context, options, listeners, lifetime.Token);
        var isOpen = false;
        try
        {
            if (selection.Field.Subscribe is not { } subscribe)
            {
                throw new InvalidOperationException($"{selection.Coordinate} has no source stream.");
            }

            lifetime.CancelAfter(options.ExecutionTimeout);
            var source = await subscribe.Subscribe(opening.ContextFor(selection, path)).ConfigureAwait(false);
            lifetime.CancelAfter(Timeout.InfiniteTimeSpan);
            isOpen = true;
            return new SubscriptionExecution(context, options, listeners, opening, source, lifetime);
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            return OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.TimeLimitExceeded(options.ExecutionTimeout)]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            opening.AddError(exception, selection, path);
            return OperationResultBody.Refuse(ResultKind.RequestError, opening.TakeErrors());
        }
        finally
        {
            if (!isOpen)
            {
                opening.Dispose();
                await lifetime.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>MapSourceToResponseEvent (section 6.2.3.2).</summary>
    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref isRead, 1) != 0)
        {
            throw new InvalidOperationException("A response stream is read only once.");
        }

        var registration = cancellationToken.UnsafeRegister(static lifetime => ((CancellationTokenSource)lifetime!).Cancel(), lifetime);
        await using (registration.ConfigureAwait(false))
        {
            var events = source.GetAsyncEnumerator(ended);
            await using (events.ConfigureAwait(false))
            {
                var isLast = false;
                while (!isLast)
                {
                    (var result, isLast) = await NextAsync(events).ConfigureAwait(false);
                    if (result is not null)
                    {
                        yield return result;
                    }
                }
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) != 0)
        {
            return;
        }

        GraphQLTelemetry.ActiveSubscriptions.Add(-1);
        await lifetime.CancelAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref isRead, 1) == 0)
        {
            await CloseUnreadAsync().ConfigureAwait(false);
        }

        opening.Dispose();
    }

    /// <returns>A response, null when there is none any more, and whether it is the last.</returns>
    private async ValueTask<(OperationResult? Result, bool IsLast)> NextAsync(IAsyncEnumerator<object?> events)
    {
        try
        {
            if (!await events.MoveNextAsync().ConfigureAwait(false))
            {
                return (null, true);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return (null, true);
        }
        catch (Exception exception)
        {
            return (Fail(exception), true);
        }

        try
        {
            return (await OperationExecution.RunAsync(context, options, listeners, events.Current, ended, events.Current).ConfigureAwait(false), false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return (null, true);
        }
    }

    // A source that is open already, such as a topic's reader, lets go of what it holds when it is read, and finds itself cancelled.
    private async ValueTask CloseUnreadAsync()
    {
        try
        {
            var events = source.GetAsyncEnumerator(ended);
            await using (events.ConfigureAwait(false))
            {
                await events.MoveNextAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // As it should.
        }
    }

    private OperationResultBody Fail(Exception exception)
    {
        foreach (var listener in listeners)
        {
            listener.SubscriptionFailed(exception);
        }

        IReadOnlyList<GraphQLError> problems = exception switch
        {
            GraphQLException own => own.Errors,
            SlowReaderException => [ErrorHelper.SlowReader()],
            _ => [ErrorHelper.Unexpected(exception, options.IncludeExceptionDetails)],
        };
        return OperationResultBody.Refuse(ResultKind.Executed, problems);
    }
}
