namespace Storefront.Live;

/// <summary>
/// Where one reader of the log stands. It stands for thousands: while its reader waits for the next event it is all there is of it, and no
/// frame of its own waits beside the reader's.
/// </summary>
public sealed class LogCursor : IAsyncDisposable
{
    private readonly EventLogReader log;
    private readonly TopicReader topic;
    private readonly LogRequest request;
    private readonly CancellationToken cancellationToken;
    private long position;

    internal LogCursor(EventLogReader log, TopicReader topic, LogRequest request, long after, LogGap? gap, CancellationToken cancellationToken)
    {
        this.log = log;
        this.topic = topic;
        this.request = request;
        this.cancellationToken = cancellationToken;
        Gap = gap;
        position = gap?.Sequence ?? after;
    }

    /// <summary>What cannot be given between where the reader stood and where this begins; null when nothing is missing.</summary>
    public LogGap? Gap { get; }

    /// <summary>What has happened since the last call, in order.</summary>
    /// <returns>Null when nothing has: <see cref="WaitAsync"/> waits for more. Empty when what has is not asked for.</returns>
    public async ValueTask<IReadOnlyList<StoredEvent>?> ReadAsync()
    {
        // What is committed while we read wakes us at once.
        var events = topic.TryReadAfter(position) ?? await log.ReadOnAsync(request.Account, request.Stream, position, cancellationToken);
        if (events.Count == 0)
        {
            return null;
        }

        position = events[^1].Sequence;
        return request.IsWhole ? events : [.. events.Where(request.Includes)];
    }

    /// <summary>Waits for what was not there at the last reading; sometimes for nothing.</summary>
    public ValueTask<bool> WaitAsync() => topic.WaitAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => topic.DisposeAsync();
}
