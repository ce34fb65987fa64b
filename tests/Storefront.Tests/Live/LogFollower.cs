using Storefront.Live;

namespace Storefront.Tests.Live;

/// <summary>Reads a followed log item by item, and does not wait for ever.</summary>
internal sealed class LogFollower : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly IAsyncEnumerator<LogItem> items;
    private Task<bool>? pending;

    public LogFollower(IAsyncEnumerable<LogItem> items)
    {
        this.items = items.GetAsyncEnumerator(end.Token);
    }

    public async Task<LogItem> NextAsync()
    {
        pending ??= items.MoveNextAsync().AsTask();
        Assert.True(await pending.WaitAsync(TimeSpan.FromSeconds(30)));
        pending = null;
        return items.Current;
    }

    public async Task<IReadOnlyList<long>> TakeAsync(int count)
    {
        var sequences = new List<long>(count);
        while (sequences.Count < count)
        {
            sequences.Add(Assert.IsType<StoredEvent>(await NextAsync()).Sequence);
        }

        return sequences;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        try
        {
            await (pending ?? Task.FromResult(false));
        }
        catch (OperationCanceledException)
        {
            // It waited for something to happen.
        }

        await items.DisposeAsync();
        end.Dispose();
    }
}
