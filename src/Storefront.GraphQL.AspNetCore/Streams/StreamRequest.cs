using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>
/// A request that may stay open as an event stream or a WebSocket. Its stream runs when everything that stands around the endpoint has returned
/// and the services it was answered with are gone, so that a silent stream holds neither.
/// </summary>
internal sealed class StreamRequest(IServiceScopeFactory scopes) : IServiceProvidersFeature, IAsyncDisposable
{
    private IServiceScope? scope;
    private IServiceProvider? given;
    private Func<Task>? stream;
    private ExecutionContext? surroundings;

    /// <summary>The request's; made anew when somebody asks for them while the stream is open.</summary>
    public IServiceProvider RequestServices
    {
        get => given ?? (scope ?? Open()).ServiceProvider;
        set => given = value;
    }

    /// <summary>Whether a stream waits for its beginning.</summary>
    public bool HasStream => stream is not null;

    /// <summary>What the context's request is; null where the host does not use <see cref="StreamRequests"/>.</summary>
    public static StreamRequest? Of(HttpContext context) => context.Features.Get<IServiceProvidersFeature>() as StreamRequest;

    /// <summary>Has a stream run when the request is answered otherwise, with the culture and the like of this call.</summary>
    public void RunLater(Func<Task> run)
    {
        stream = run;
        surroundings = ExecutionContext.Capture();
    }

    /// <summary>Ends the request's services and begins the stream, if there is one.</summary>
    /// <returns>The stream's end.</returns>
    public async ValueTask<Task> BeginAsync(HttpContext context)
    {
        if (stream is not { } run)
        {
            return Task.CompletedTask;
        }

        var around = surroundings;
        (stream, surroundings) = (null, null);
        await DisposeAsync().ConfigureAwait(false);

        // The items were for what stands around the endpoint. The feature stays: another one would have the context look up all its features
        // again, which the operations of a socket cannot do at the same time.
        context.Items = new ItemsFeature().Items;

        // Said again, the user is all that is kept of how they were found out.
        context.User = context.User;
        if (around is null)
        {
            return run();
        }

        var running = Task.CompletedTask;
        ExecutionContext.Run(around, _ => running = run(), null);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref scope, null) is { } open)
        {
            await new AsyncServiceScope(open).DisposeAsync().ConfigureAwait(false);
        }
    }

    private IServiceScope Open()
    {
        var made = scopes.CreateScope();
        if (Interlocked.CompareExchange(ref scope, made, null) is not { } other)
        {
            return made;
        }

        made.Dispose();
        return other;
    }
}
