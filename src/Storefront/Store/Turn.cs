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

    public void Dispose() => turns.Release();
}
