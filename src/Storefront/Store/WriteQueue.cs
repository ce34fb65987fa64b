namespace Storefront.Store;

/// <summary>
/// SQLite has one writer. Those of this process wait here for their turn, without holding a thread, rather than at the file's lock, where
/// they would sleep and ask again. On PostgreSQL nobody waits.
/// </summary>
public sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn, which lasts until what is returned is disposed of.</summary>
    public async ValueTask<IDisposable?> EnterAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        if (db is not SqliteStorefrontDb)
        {
            return null;
        }

        return await Turn.TakeAsync(turn, cancellationToken);
    }

    public void Dispose() => turn.Dispose();
}
