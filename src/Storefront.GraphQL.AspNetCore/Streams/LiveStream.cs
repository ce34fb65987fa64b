namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>A connection that stays open: an event stream or a WebSocket. <see cref="StreamPulse"/> looks after all of them.</summary>
internal abstract class LiveStream
{
    private readonly Lock gate = new();
    private Task looking = Task.CompletedTask;
    private Task stopping = Task.CompletedTask;
    private bool isOver;

    /// <summary>Where the pulse keeps it; null while it does not.</summary>
    public List<LiveStream>? Slot { get; set; }

    /// <summary>Its place there. Guarded by the pulse.</summary>
    public int Place { get; set; }

    /// <summary>Looks after the stream, unless that is still going on from the last time.</summary>
    public void Pulse()
    {
        lock (gate)
        {
            if (!isOver && looking.IsCompleted)
            {
                looking = LookAfterAsync();
            }
        }
    }

    /// <summary>Ends the stream because the server stops.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (!isOver)
            {
                stopping = StopAsync();
            }
        }
    }

    /// <summary>Checks who listens and keeps the stream alive. Never fails.</summary>
    protected abstract Task LookAfterAsync();

    /// <summary>Ends the stream. Never fails.</summary>
    protected abstract Task StopAsync();

    /// <summary>Lets the connection's request end: nothing looks after it any more.</summary>
    protected Task EndAsync()
    {
        lock (gate)
        {
            isOver = true;
            return Task.WhenAll(looking, stopping);
        }
    }
}
