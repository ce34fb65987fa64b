using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Storefront.Features.Api;

namespace Storefront.Features.Tickets;

/// <summary>A stream of events that also says when a place in the queue has changed, for which no event of the account itself need have happened.</summary>
public static class QueueMoveStream
{
    /// <summary>The events, and between them what is made of each new mark of the queue.</summary>
    /// <typeparam name="T">The API's type of events.</typeparam>
    /// <param name="events">The account's own.</param>
    /// <param name="moves">The house's queue after each change.</param>
    /// <param name="mark">What of the queue concerns the reader.</param>
    /// <param name="known">The mark that the reader shows.</param>
    /// <param name="after">The sequence that the reader has seen; null before its snapshot.</param>
    /// <param name="tell">Makes the event; it carries the sequence of the last one told, so that a reader resumes from there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<T> WithMovesAsync<T>(
        this IAsyncEnumerable<T> events,
        IAsyncEnumerable<HouseQueue> moves,
        Func<HouseQueue, string> mark,
        string known,
        long? after,
        Func<long, string, T> tell,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Event
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var both = Channel.CreateBounded<(T? Happened, HouseQueue? Queue)>(1);
        var pumps = Task.WhenAll(
            PumpAsync(events.Select(happened => ((T?)happened, (HouseQueue?)null)), both.Writer, ending.Token),
            PumpAsync(moves.Select(queue => ((T?)null, (HouseQueue?)queue)), both.Writer, ending.Token));
        try
        {
            await foreach (var (happened, queue) in both.Reader.ReadAllAsync(cancellationToken))
            {
                if (happened is not null)
                {
                    after = happened.Sequence;
                    yield return happened;
                }
                else if (after is { } sequence && mark(queue!) is var now && now != known)
                {
                    known = now;
                    yield return tell(sequence, now);
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            await pumps.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task PumpAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> both, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken))
            {
                await both.WriteAsync(item, cancellationToken);
            }

            both.TryComplete();
        }
        catch (Exception fault)
        {
            both.TryComplete(fault);
        }
    }
}
