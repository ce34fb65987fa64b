namespace Storefront.GraphQL.DataLoaders;

/// <content>Batches, and the keys in them.</content>
public abstract partial class DataLoaderBase<TKey, TValue>
{
    /// <summary>A key's value, promised to who asked first, and the others who wait for it.</summary>
    private sealed class Entry(KeyBatch? batch) : TaskCompletionSource<TValue?>
    {
        private List<TaskCompletionSource<TValue?>>? others;
        private bool isAsked;
        private bool isDone;

        /// <summary>The batch that fetches the value; null when it was given.</summary>
        public KeyBatch? Batch { get; } = batch;

        /// <summary>Behind it in the batch.</summary>
        public Entry? Next { get; set; }

        public static Entry Of(TValue? value)
        {
            var entry = new Entry(batch: null) { isDone = true };
            entry.SetResult(value);
            return entry;
        }

        /// <summary>
        /// A task of the caller's own, given inside the loader's gate: of several continuations of one task all but one are sent to
        /// the thread pool, and the next batch would not be whole when dispatching returns.
        /// </summary>
        public Task<TValue?> Load()
        {
            if (isDone || !isAsked)
            {
                isAsked = true;
                return Task;
            }

            var promise = new TaskCompletionSource<TValue?>();
            (others ??= []).Add(promise);
            return promise.Task;
        }

        /// <summary>Hands the value, or why there is none, to those who wait, who go on inside this call.</summary>
        public void Complete(Lock gate, DataLoaderResult<TValue> result)
        {
            List<TaskCompletionSource<TValue?>>? waiting;
            lock (gate)
            {
                if (isDone)
                {
                    return;
                }

                isDone = true;
                waiting = others;
                others = null;
            }

            Settle(this, result);
            if (waiting is not null)
            {
                foreach (var promise in waiting)
                {
                    Settle(promise, result);
                }
            }
        }

        private static void Settle(TaskCompletionSource<TValue?> promise, DataLoaderResult<TValue> result)
        {
            switch (result.Error)
            {
                case null:
                    promise.TrySetResult(result.Value);
                    return;
                case OperationCanceledException cancelled:
                    // The token of an exception need not be one that is cancelled.
                    promise.TrySetCanceled(
                        cancelled.CancellationToken.IsCancellationRequested ? cancelled.CancellationToken : new CancellationToken(canceled: true));
                    return;
                case var error:
                    promise.TrySetException(error);

                    // Nobody need be waiting for what has failed.
                    _ = promise.Task.Exception;
                    return;
            }
        }
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> keys = new(expectedKeys);
        private Entry? first;
        private Entry? last;
        private DataLoaderResult<TValue>[] results = [];
        private Exception? failure;
        private Task? fetch;

        public int Count => keys.Count;

        public override bool RunsConcurrently => loader.options.RunConcurrently;

        public Entry Add(TKey key)
        {
            if (!loader.options.Caching && keys.IndexOf(key) is >= 0 and var index)
            {
                var known = first!;
                while (index-- > 0)
                {
                    known = known.Next!;
                }

                return known;
            }

            var entry = new Entry(this);
            keys.Add(key);
            if (last is null)
            {
                first = entry;
            }
            else
            {
                last.Next = entry;
            }

            last = entry;
            return entry;
        }

        public override Task FetchAsync(CancellationToken cancellationToken) => fetch ??= FetchOnceAsync(cancellationToken);

        public override void Complete()
        {
            var index = 0;
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                entry.Complete(loader.gate, failure is null ? results[index++] : new DataLoaderResult<TValue>(default, failure));
            }
        }

        public override void Cancel()
        {
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                entry.Complete(loader.gate, new DataLoaderResult<TValue>(default, new OperationCanceledException()));
            }
        }

        private async Task FetchOnceAsync(CancellationToken cancellationToken)
        {
            lock (loader.gate)
            {
                if (loader.open == this)
                {
                    loader.open = null;
                }
            }

            expectedKeys = Math.Min((expectedKeys + keys.Count) / 2, MostExpectedKeys);
            results = new DataLoaderResult<TValue>[keys.Count];
            try
            {
                await loader.FetchAsync(keys, results, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }
    }
}
