namespace Storefront.Store.Seeding;

/// <summary>Tells pages, programs and the console how far the demonstration is.</summary>
public sealed class DemoProgress(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long since = time.GetTimestamp();

    public DemoStage Stage { get; private set; } = DemoStage.Preparing;

    /// <summary>Real time that the last preparation took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Returns once nothing is being prepared.</summary>
    public Task SettledAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return settled.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Begin()
    {
        lock (gate)
        {
            since = time.GetTimestamp();
            Stage = DemoStage.Preparing;
            if (settled.Task.IsCompleted)
            {
                settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    internal void End(DemoStage stage)
    {
        lock (gate)
        {
            Took = time.GetElapsedTime(since);
            Stage = stage;
            settled.TrySetResult();
        }
    }
}
