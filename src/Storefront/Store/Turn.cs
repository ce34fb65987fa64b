namespace Storefront.Store;

/// <summary>A turn at what only one may do at a time; given back when it is disposed of.</summary>
internal sealed class Turn : IDisposable
{
    private readonly SemaphoreSlim turns;

    private Turn(SemaphoreSlim turns) => this.turns = turns;

    public static async Task<Turn> TakeAsync(SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        return new Turn(turns);
    }

    /// <exception cref="TurnNotComeException">It did not come in time.</exception>
    public static async Task<Turn> TakeAsync(SemaphoreSlim turns, TimeSpan longest, CancellationToken cancellationToken) =>
        await turns.WaitAsync(longest, cancellationToken) ? new Turn(turns) : throw new TurnNotComeException(longest);

    public void Dispose() => turns.Release();
}
