using System.Diagnostics;
using System.Runtime.CompilerServices;
using Storefront.GraphQL.DataLoaders;
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
    private readonly DataLoaderScope? dataLoaders;
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
        DataLoaderScope? dataLoaders,
        IAsyncEnumerable<object?> source,
        CancellationTokenSource lifetime)
    {
        this.context = context;
        this.options = options;
        this.listeners = listeners;
        this.dataLoaders = dataLoaders;
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
        var lifetime = context.Request.Lifetime ?? CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var opening = OperationExecution.ForSource(context, options, listeners, lifetime.Token);
        var isOpen = false;
        try
        {
            if (selection.Field.Subscribe is not { } subscribe)
            {
                throw new InvalidOperationException($"{selection.Coordinate} has no source stream.");
            }

            var subscribing = subscribe.Subscribe(opening.ContextFor(selection, path)).AsTask();

            // By a timer of its own: one of the lifetime's would stay as long as the stream.
            await ((Task)subscribing).WaitAsync(options.ExecutionTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!subscribing.IsCompleted)
            {
                // Its services last until it has seen that nobody waits for it.
                await lifetime.CancelAsync().ConfigureAwait(false);
                await ((Task)subscribing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!subscribing.IsCompletedSuccessfully)
                {
                    return OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.TimeLimitExceeded(options.ExecutionTimeout)]);
                }
            }

            var source = await subscribing.ConfigureAwait(false);
            isOpen = true;

            // Of what opened it an idle stream holds the data loaders alone, where opening asked for any.
            return new SubscriptionExecution(context.ForEvents(), options, listeners, opening.OwnDataLoaders, source, lifetime);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            opening.AddError(exception, selection, path);
            var problems = opening.TakeErrors();
            var kind = problems.Any(problem => problem.Code == ErrorCodes.Unavailable) ? ResultKind.Unavailable : ResultKind.RequestError;
            return OperationResultBody.Refuse(kind, problems);
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
                OperationResultBody? failed = null;
                while (failed is null)
                {
                    // Written out here rather than in a method of its own: an idle stream holds every frame that waits.
                    OperationResult? result = null;
                    try
                    {
                        if (!await events.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (OperationCanceledException) when (ended.IsCancellationRequested)
                    {
                        break;
                    }
                    catch (Exception exception)
                    {
                        result = failed = Fail(exception);
                    }

                    try
                    {
                        result ??= await MapAsync(events.Current).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException) when (ended.IsCancellationRequested)
                    {
                        break;
                    }

                    yield return result;
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

        dataLoaders?.Dispose();
    }

    private async ValueTask<OperationResult> MapAsync(object? happened)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await OperationExecution.RunAsync(context, options, listeners, happened, ended, happened).ConfigureAwait(false);
        GraphQLTelemetry.RecordEvent(started, result);
        if (happened is IResumableEvent { EventId: { } id } && result is OperationResultBody body)
        {
            body.Place = id;
        }

        return result;
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
        switch (exception)
        {
            case GraphQLException own:
                return OperationResultBody.Refuse(ResultKind.Executed, own.Errors);
            case SlowReaderException:
                return OperationResultBody.Refuse(ResultKind.Executed, [ErrorHelper.SlowReader()]);
        }

        var failure = ErrorHelper.Unexpected(exception, options);
        GraphQLTelemetry.RecordException(failure);
        foreach (var listener in listeners)
        {
            listener.SubscriptionFailed(failure);
        }

        return OperationResultBody.Refuse(ResultKind.Executed, [failure]);
    }
}
