using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.Sse;

/// <summary>GraphQL over Server-Sent Events, "distinct connections" mode: <c>next</c> events, then <c>complete</c>; comments keep a silent stream alive.</summary>
internal sealed class EventStreamWriter(HttpContext context, GraphQLServerOptions options, GraphQLRequestInterceptor interceptor, TimeProvider time)
    : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task WriteAsync(ExecutionResult result)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = $"{ContentNegotiation.EventStream}; charset=utf-8";
        response.Headers.CacheControl = "no-store";

        // nginx would hold events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var keepAlive = KeepAliveAsync(ended);
        try
        {
            if (result is ResponseStream stream)
            {
                await foreach (var item in stream.ReadResultsAsync(ended.Token).ConfigureAwait(false))
                {
                    await using (item.ConfigureAwait(false))
                    {
                        await SendAsync("event: next\ndata: "u8.ToArray(), item.Body).ConfigureAwait(false);
                    }
                }
            }
            else
            {
                await SendAsync("event: next\ndata: "u8.ToArray(), ((OperationResult)result).Body).ConfigureAwait(false);
            }

            await SendAsync("event: complete\ndata:"u8.ToArray(), default).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to tell.
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await keepAlive.ConfigureAwait(false);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task KeepAliveAsync(CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(options.KeepAliveInterval, time);
        try
        {
            // The first comment makes proxies and EventSource see an open stream at once.
            do
            {
                await SendAsync(":"u8.ToArray(), default).ConfigureAwait(false);
                if (!await interceptor.IsStillValidAsync(context, ended.Token).ConfigureAwait(false))
                {
                    await ended.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
            while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The stream has ended.
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> data)
    {
        await turn.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            var body = context.Response.BodyWriter;
            body.Write(head.Span);
            body.Write(data.Span);
            body.Write("\n\n"u8);
            await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
