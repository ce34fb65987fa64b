namespace Storefront.GraphQL.Execution;

/// <content>Fields that wait: they are completed one by one, and data loaders are dispatched when nothing else can go on.</content>
internal sealed partial class OperationExecution
{
    /// <summary>Takes over a field whose resolver waits.</summary>
    public void Await(PendingField field) => (pendingFields ??= new PendingFields()).Add(field);

    private async ValueTask DrainAsync()
    {
        while (pendingFields is { Count: > 0 })
        {
            RequestAborted.ThrowIfCancellationRequested();
            if (pendingFields.Take() is { } field)
            {
                writer.Resume(field);
            }
            else if (dataLoaders is { HasPending: true })
            {
                // What has finished by itself may ask for more keys of the same batch.
                if (!pendingFields.Look(listen: false))
                {
                    await DispatchAsync().ConfigureAwait(false);
                    pendingFields.Look(listen: true);
                }
            }
            else if (!pendingFields.Look(listen: true))
            {
                await pendingFields.WaitAsync(RequestAborted).ConfigureAwait(false);
            }
        }
    }

    // A loader that does not look at its token must not hold up the time limit.
    private ValueTask DispatchAsync()
    {
        var dispatch = DataLoaders.DispatchAsync(RequestAborted);
        return dispatch.IsCompletedSuccessfully ? default : new ValueTask(dispatch.AsTask().WaitAsync(RequestAborted));
    }

    // One after the other: loaders may share what is not thread-safe.
    private async Task DispatchAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await DataLoaders.DispatchAsync(RequestAborted).ConfigureAwait(false);
    }
}
