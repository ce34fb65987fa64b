using System.Diagnostics;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// How long an execution may go on: until its client has gone or its time is over. A timer and a token are made only when somebody asks
/// for the token; what answers without waiting looks at the clock instead.
/// </summary>
/// <param name="time">How long it may run from now on; infinite for no limit.</param>
/// <param name="outer">Cancelled when the client has gone.</param>
internal sealed class ExecutionLimit(TimeSpan time, CancellationToken outer) : IDisposable
{
    private readonly Lock gate = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private CancellationTokenSource? source;
    private CancellationToken token;
    private bool isDisposed;

    /// <summary>Cancelled when the client has gone or the time is over.</summary>
    public CancellationToken Token => source is not null ? token : time == Timeout.InfiniteTimeSpan ? outer : MakeToken();

    /// <summary>Whether the time is over and the client still there.</summary>
    public bool IsReached => (source?.IsCancellationRequested ?? IsOver) && !outer.IsCancellationRequested;

    private bool IsOver => time != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(started) >= time;

    /// <exception cref="OperationCanceledException">The client has gone or the time is over.</exception>
    public void ThrowIfOver()
    {
        if (source is not null || outer.IsCancellationRequested || IsOver)
        {
            Token.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;

            // Disposing while those who wait are being cancelled would forget the rest of them, and we may be the first.
            if (source is { IsCancellationRequested: false })
            {
                source.Dispose();
            }
        }
    }

    // Who asks only when all is over has the client's alone.
    private CancellationToken MakeToken()
    {
        lock (gate)
        {
            if (source is null && !isDisposed)
            {
                var left = time - Stopwatch.GetElapsedTime(started);
                var made = CancellationTokenSource.CreateLinkedTokenSource(outer);
                if (left > TimeSpan.Zero)
                {
                    made.CancelAfter(left);
                }
                else
                {
                    made.Cancel();
                }

                token = made.Token;
                source = made;
            }

            return source is null ? outer : token;
        }
    }
}
