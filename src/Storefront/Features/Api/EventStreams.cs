using System.Runtime.CompilerServices;
using NodaTime;
using Storefront.Live;
using Storefront.Store;

namespace Storefront.Features.Api;

/// <summary>
/// The contract of every live stream (COM-08): without <c>after</c> a SNAPSHOT, then each event once and in order; with <c>after</c> what
/// follows it, or GAP and a SNAPSHOT where the log cannot tell. A snapshot and the sequence it has come to are read as of one moment.
/// </summary>
public sealed class EventStreams(EventLogReader log, StoreSnapshots snapshots, BusinessClock clock)
{
    public async IAsyncEnumerable<TEvent> FollowAsync<TEvent>(EventStreamRequest<TEvent> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TEvent? first = default;
        var position = request.After ?? 0;
        if (request.After is null)
        {
            (first, position) = await TakeSnapshotAsync(request, cancellationToken);
            yield return first;
        }

        await using var cursor = await log.OpenAsync(request, position, cancellationToken);
        if (cursor.Gap is { } gap)
        {
            yield return request.Gap(gap.Sequence, clock.GetCurrentInstant());
            (first, position) = await TakeSnapshotAsync(request, cancellationToken);
            yield return first;
        }

        while (true)
        {
            if (await cursor.ReadAsync() is not { } events)
            {
                await cursor.WaitAsync();
                continue;
            }

            foreach (var happened in events)
            {
                // A snapshot after a gap is already past some of what the log still gives.
                if (happened.Sequence > position)
                {
                    yield return request.Read(happened);
                }
            }
        }
    }

    private Task<(TEvent Snapshot, long Sequence)> TakeSnapshotAsync<TEvent>(EventStreamRequest<TEvent> request, CancellationToken cancellationToken) =>
        snapshots.ReadAsync(
            async (db, token) =>
            {
                var sequence = await EventLogReader.LastSequenceAsync(db, request.Account, request.Stream, token);
                return (await request.Snapshot(db, sequence, clock.GetCurrentInstant(), token), sequence);
            },
            cancellationToken);
}

/// <summary>A stream that somebody follows.</summary>
/// <typeparam name="TEvent">The API's type of its events.</typeparam>
public sealed class EventStreamRequest<TEvent> : LogRequest
{
    /// <summary>The last sequence the reader has seen; null to begin with the present state.</summary>
    public long? After { get; init; }

    /// <summary>Makes the SNAPSHOT of that sequence and time.</summary>
    public required Func<StorefrontDb, long, Instant, CancellationToken, Task<TEvent>> Snapshot { get; init; }

    /// <summary>Makes GAP.</summary>
    public required Func<long, Instant, TEvent> Gap { get; init; }

    /// <summary>Makes the API's event of a stored one.</summary>
    public required Func<StoredEvent, TEvent> Read { get; init; }
}
