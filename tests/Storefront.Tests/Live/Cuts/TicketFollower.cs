using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace Storefront.Tests.Live.Cuts;

/// <summary>A client that follows a ticket, asks again wherever it is cut off, and keeps what it was given.</summary>
internal abstract class TicketFollower : IAsyncDisposable
{
    protected const string Query = "subscription($ticketId: ID!, $after: Long) { ticketEvents(ticketId: $ticketId, after: $after) { kind sequence } }";

    private readonly List<(string Kind, long Sequence)> seen = [];
    private readonly CancellationTokenSource stop = new();
    private Task following = Task.CompletedTask;

    /// <summary>How often it has asked.</summary>
    public int Connections { get; private set; }

    /// <summary>The last sequence that it was given; null before the first.</summary>
    protected long? Last { get; private set; }

    /// <summary>Everything it was given, in order.</summary>
    public IReadOnlyList<(string Kind, long Sequence)> Seen()
    {
        lock (seen)
        {
            return [.. seen];
        }
    }

    /// <param name="mayAskAgain">Until when it waits after the first time, so that each connection to be cut is another follower's first.</param>
    public void Start(Task mayAskAgain) => following = FollowAsync(mayAskAgain, stop.Token);

    /// <summary>Waits until it has come to that sequence.</summary>
    public async Task UntilAsync(long sequence)
    {
        var since = Stopwatch.StartNew();
        while (!Seen().Any(given => given.Sequence >= sequence))
        {
            if (following.IsFaulted)
            {
                await following;
            }

            Assert.True(since.Elapsed < TimeSpan.FromSeconds(60), $"After {Connections} connections: {string.Join(", ", Seen())}");
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        stop.Dispose();
    }

    /// <summary>Asks once and takes what comes, until it is cut off.</summary>
    protected abstract Task AskAsync(CancellationToken cancellationToken);

    /// <summary>Takes one whole result.</summary>
    protected void Take(JsonElement result)
    {
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        var happened = result.GetProperty("data").GetProperty("ticketEvents");
        var sequence = happened.GetProperty("sequence").GetInt64();
        lock (seen)
        {
            seen.Add((happened.GetProperty("kind").GetString()!, sequence));
        }

        Last = sequence;
    }

    private async Task FollowAsync(Task mayAskAgain, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                Connections++;
                await AskAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or WebSocketException
                || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                // Cut off: it asks again, and does not spin while nobody answers.
                await mayAskAgain;
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }
}
