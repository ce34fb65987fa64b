namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>
/// One timer for all open streams: each is looked after once an interval, a share of them at a time, so that neither a stream needs a timer of
/// its own nor ten thousand of them wake at once.
/// </summary>
internal sealed class StreamPulse : IDisposable
{
    private const int Shares = 16;

    private readonly Lock gate = new();
    private readonly List<LiveStream>[] slots = [.. Enumerable.Range(0, Shares).Select(_ => new List<LiveStream>())];
    private readonly TimeProvider time;
    private readonly TimeSpan period;
    private readonly ITimer timer;
    private readonly CancellationTokenRegistration stopping;
    private long lastBeat;
    private int current;
    private int count;
    private bool isStopping;

    /// <param name="interval">A stream is looked after for the first time when this has passed since it was added, or little more.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Cancelled when the server stops: all streams are ended.</param>
    public StreamPulse(TimeSpan interval, TimeProvider time, CancellationToken stopping)
    {
        this.time = time;
        period = interval / Shares;
        timer = time.CreateTimer(static pulse => ((StreamPulse)pulse!).Beat(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        this.stopping = stopping.UnsafeRegister(static pulse => ((StreamPulse)pulse!).StopAll(), this);
    }

    /// <summary>Begins to look after a stream; ends it when the server stops already.</summary>
    public void Add(LiveStream stream)
    {
        lock (gate)
        {
            // The share that was looked after last comes up last again.
            stream.Slot = slots[current];
            stream.Place = stream.Slot.Count;
            stream.Slot.Add(stream);
            if (count++ == 0)
            {
                lastBeat = time.GetTimestamp();
                timer.Change(period, period);
            }
        }

        if (isStopping)
        {
            stream.Stop();
        }
    }

    /// <summary>Forgets a stream; once or more. One that another pulse looks after by now is left to that.</summary>
    public void Remove(LiveStream stream)
    {
        lock (gate)
        {
            if (stream.Slot is not { } slot || !slots.Contains(slot))
            {
                return;
            }

            var last = slot[^1];
            (slot[stream.Place], last.Place) = (last, stream.Place);
            slot.RemoveAt(slot.Count - 1);
            stream.Slot = null;
            if (--count == 0)
            {
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        stopping.Dispose();
    }

    private void Beat()
    {
        var due = new List<LiveStream>();
        lock (gate)
        {
            // By the clock: on a busy machine the timer's delays would add up. What a long standstill missed stays missed, or a stream that has
            // just been added would be taken for an old one.
            var behind = (int)(time.GetElapsedTime(lastBeat) / period);
            var beats = Math.Clamp(behind, 1, Shares / 4);
            lastBeat = behind > beats ? time.GetTimestamp() : lastBeat + (long)(beats * period.TotalSeconds * time.TimestampFrequency);
            for (; beats > 0; beats--)
            {
                current = (current + 1) % Shares;
                due.AddRange(slots[current]);
            }
        }

        foreach (var stream in due)
        {
            stream.Pulse();
        }
    }

    private void StopAll()
    {
        LiveStream[] open;
        lock (gate)
        {
            isStopping = true;
            open = [.. slots.SelectMany(slot => slot)];
        }

        foreach (var stream in open)
        {
            stream.Stop();
        }
    }
}
