namespace Storefront.Store;

/// <summary>
/// SQLite has one writer. Those of this process wait here for their turn, without holding a thread, rather than at the file's lock, where
/// they would sleep and ask again. On PostgreSQL nobody waits.
/// </summary>
public sealed class WriteQueue : IDisposable
{
    /// <summary>Twice as long as a writer waits for a lock of another process: behind one, all would otherwise wait without end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn, which lasts until what is returned is disposed of.</summary>
    /// <exception cref="TurnNotComeException">It did not come; nothing was done.</exception>
    public async ValueTask<IDisposable?> EnterAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        if (db is not SqliteStorefrontDb)
        {
            return null;
        }

        return await Turn.TakeAsync(turn, Longest, cancellationToken);
    }

    public void Dispose() => turn.Dispose();
}
