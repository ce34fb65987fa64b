using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore.Sse;

/// <summary>
/// GraphQL over Server-Sent Events, "distinct connections" mode: <c>next</c> events, then <c>complete</c>; comments keep a silent stream alive.
/// The next event is taken from its source when the last one has been flushed, so a reader that is slow holds back its own source and nothing else.
/// </summary>
internal sealed class EventStreamWriter(
    HttpContext context,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    TimeProvider time,
    CancellationToken stopping) : IDisposable
{
    private const string FinishedId = "complete";

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
    private volatile bool isRevoked;

    /// <summary>
    /// Whether an <c>EventSource</c> asks again for a stream that has completed: it connects anew whenever a response ends, and only
    /// 204 stops it. The last event's id, which browsers send back, tells such a request from a new one.
    /// </summary>
    public static bool IsFinished(HttpRequest request) => request.Headers["Last-Event-ID"] == FinishedId;

    public async Task WriteAsync(ExecutionResult result)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = $"{ContentNegotiation.EventStream}; charset=utf-8";
        response.Headers.CacheControl = "no-store";

        // nginx would hold events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var keepAlive = KeepAliveAsync();
        try
        {
            await WriteEventsAsync(result).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, the server stops, or the client may no longer listen.
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await keepAlive.ConfigureAwait(false);
        }

        if (isRevoked)
        {
            await WriteRevokedAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        ended.Dispose();
        turn.Dispose();
    }

    private async Task WriteEventsAsync(ExecutionResult result)
    {
        if (result is ResponseStream stream)
        {
            await foreach (var item in stream.ReadResultsAsync(ended.Token).ConfigureAwait(false))
            {
                await using (item.ConfigureAwait(false))
                {
                    await SendAsync(item, static (body, item) => WriteNext(body, item.Body.Span), ended.Token).ConfigureAwait(false);
                }
            }
        }
        else
        {
            await SendAsync((OperationResult)result, static (body, item) => WriteNext(body, item.Body.Span), ended.Token).ConfigureAwait(false);
        }

        // A stream that was cut off must not look finished: without "complete" the client asks again.
        await SendAsync(0, static (body, _) => WriteComplete(body), ended.Token).ConfigureAwait(false);
    }

    private async Task WriteRevokedAsync()
    {
        var refusal = OperationResultBody.Refuse(
            ResultKind.RequestError,
            [new GraphQLError { Message = "The sign-in or token of this stream is no longer valid.", Code = ErrorCodes.Unauthenticated }]);
        await using (refusal.ConfigureAwait(false))
        {
            await SendAsync(
                refusal,
                static (body, item) =>
                {
                    WriteNext(body, item.Body.Span);
                    WriteComplete(body);
                },
                context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(options.KeepAliveInterval, time);
        try
        {
            // The first comment makes proxies and EventSource see an open stream at once.
            do
            {
                if (!await interceptor.IsStillValidAsync(context, ended.Token).ConfigureAwait(false))
                {
                    isRevoked = true;
                    await ended.CancelAsync().ConfigureAwait(false);
                    return;
                }

                // While an event is being sent the stream is not silent.
                if (turn.CurrentCount > 0)
                {
                    await SendAsync(0, static (body, _) => body.Write(":\n\n"u8), ended.Token).ConfigureAwait(false);
                }
            }
            while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The stream has ended.
        }
        catch
        {
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static void WriteNext(PipeWriter body, ReadOnlySpan<byte> data)
    {
        body.Write("event: next\n"u8);

        // A custom scalar may have written JSON with line breaks between its tokens; each line is a field of its own.
        int length;
        while ((length = data.IndexOfAny(LineBreaks)) >= 0)
        {
            WriteLine(body, data[..length]);
            data = data[(length + 1)..];
        }

        WriteLine(body, data);
        body.Write("\n"u8);
    }

    // Browsers drop an event without a data line.
    private static void WriteComplete(PipeWriter body) => body.Write("event: complete\nid: complete\ndata:\n\n"u8);

    private static void WriteLine(PipeWriter body, ReadOnlySpan<byte> line)
    {
        body.Write("data: "u8);
        body.Write(line);
        body.Write("\n"u8);
    }

    private async Task SendAsync<TState>(TState state, Action<PipeWriter, TState> write, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var body = context.Response.BodyWriter;
            write(body, state);
            await body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
