using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Streams;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore.Sse;

/// <summary>
/// GraphQL over Server-Sent Events, "distinct connections" mode: <c>next</c> events, then <c>complete</c>; comments keep a silent stream alive.
/// The next event is taken from its source when the last one has been flushed, so a reader that is slow holds back its own source and nothing else.
/// </summary>
internal sealed class EventStream(HttpContext context, EventStreams streams) : LiveStream, IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    // Never disposed of: that would make it forget those it has still to cancel, and it has no timer.
    private readonly CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private AsyncServiceScope? scope;
    private long lastWritten;
    private bool isRevoked;
    private ExceptionDispatchInfo? failure;

    /// <summary>Cancelled when nobody listens any more, or may.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>The request's, or of its own where those end before it does.</summary>
    public IServiceProvider Services =>
        StreamRequest.Of(context) is null ? context.RequestServices : (scope ??= streams.Scopes.CreateAsyncScope()).ServiceProvider;

    /// <summary>What is sent. The stream disposes of it.</summary>
    public ExecutionResult? Result { get; set; }

    /// <returns>False when the client has too many connections open.</returns>
    public bool TryCount() => streams.Connections.TryEnter(context, out _);

    /// <summary>Sends the result, to its end or that of the connection, and lets go of everything.</summary>
    public async Task RunAsync()
    {
        try
        {
            var response = context.Response;
            if (response.HasStarted)
            {
                // Something around it has answered otherwise; what was opened is let go of.
                return;
            }

            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = EventStreamFormat.ContentType;
            response.Headers.CacheControl = "no-store";

            // nginx would hold events back until its buffer is full.
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            streams.Pulse.Add(this);
            await SendAsync(streams, static (body, streams) => EventStreamFormat.WriteOpening(body, streams.NextRetryDelay())).ConfigureAwait(false);
            if (Result is ResponseStream events)
            {
                await foreach (var item in events.ReadResultsAsync().ConfigureAwait(false))
                {
                    await using (item.ConfigureAwait(false))
                    {
                        await SendAsync(item, static (body, item) => EventStreamFormat.WriteNext(body, item)).ConfigureAwait(false);
                    }
                }
            }
            else
            {
                await SendAsync((OperationResult)Result!, static (body, item) => EventStreamFormat.WriteNext(body, item)).ConfigureAwait(false);
            }

            // A stream that was cut off must not look finished: without "complete" the client asks again.
            await SendAsync(0, static (body, _) => EventStreamFormat.WriteComplete(body)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, the server stops, or the client may no longer listen.
        }
        finally
        {
            streams.Pulse.Remove(this);
            await EndAsync().ConfigureAwait(false);
            await Result!.DisposeAsync().ConfigureAwait(false);
            await DisposeAsync().ConfigureAwait(false);
        }

        failure?.Throw();
        if (isRevoked)
        {
            await WriteRevokedAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        turn.Dispose();
        return scope?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override Task StopAsync() => ended.CancelAsync();

    protected override async Task LookAfterAsync()
    {
        try
        {
            if (!await streams.Interceptor.IsStillValidAsync(context, ended.Token).ConfigureAwait(false))
            {
                isRevoked = true;
                await ended.CancelAsync().ConfigureAwait(false);
            }
            else if (streams.IsSilent(lastWritten) && await turn.WaitAsync(TimeSpan.Zero).ConfigureAwait(false))
            {
                // While an event is being sent the stream is not silent.
                await WriteAsync(0, static (body, _) => EventStreamFormat.WriteComment(body)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The stream has ended.
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteRevokedAsync()
    {
        var refusal = OperationResultBody.Refuse(
            ResultKind.RequestError,
            [new GraphQLError { Message = "The sign-in or token of this stream is no longer valid.", Code = ErrorCodes.Unauthenticated }]);
        await using (refusal.ConfigureAwait(false))
        {
            var body = context.Response.BodyWriter;
            EventStreamFormat.WriteNext(body, refusal);
            EventStreamFormat.WriteComplete(body);
            try
            {
                await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has gone; there is nobody to tell.
            }
        }
    }

    private async ValueTask SendAsync<TState>(TState state, Action<PipeWriter, TState> write)
    {
        await turn.WaitAsync(ended.Token).ConfigureAwait(false);
        await WriteAsync(state, write).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync<TState>(TState state, Action<PipeWriter, TState> write)
    {
        try
        {
            var body = context.Response.BodyWriter;
            write(body, state);
            await body.FlushAsync(ended.Token).ConfigureAwait(false);
            lastWritten = streams.Now;
        }
        finally
        {
            turn.Release();
        }
    }
}
