namespace Storefront.Hosting;

/// <summary>For what works in the background and must not hold up the start.</summary>
public static class ProgramStart
{
    /// <summary>Waits until the program answers.</summary>
    public static async Task WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
