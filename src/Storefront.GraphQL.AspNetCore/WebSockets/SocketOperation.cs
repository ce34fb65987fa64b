namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>An operation that is open on a socket.</summary>
internal sealed class SocketOperation(CancellationToken socketClosed) : IDisposable
{
    private readonly CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(socketClosed);

    /// <summary>Cancelled when the client completes the operation or the socket closes.</summary>
    public CancellationToken Token => cancellation.Token;

    /// <summary>Ends, never failing, when the operation has let go of everything.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public void Cancel()
    {
        try
        {
            cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => cancellation.Dispose();
}
