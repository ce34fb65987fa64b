using System.Threading.Tasks.Sources;

namespace Storefront.GraphQL.Subscriptions;

/// <summary>One reader.</summary>
internal abstract class TopicReader
{
    /// <summary>Gives a reader that waits what it was woken for. It may do all its work in the call.</summary>
    public abstract void Continue();
}

/// <summary>
/// One reader's buffer. It stands for thousands: an idle one holds no array, no task and no timer, and is its own stream and enumerator.
/// </summary>
internal sealed class TopicReader<TMessage>(InMemoryTopics owner, InMemoryTopic<TMessage> topic, int capacity, TopicBufferFullMode mode)
    : TopicReader, ISourceStream<TMessage>, IAsyncEnumerable<TMessage>, IAsyncEnumerator<TMessage>, IValueTaskSource<bool>
{
    private readonly Lock gate = new();

    // Made with the first message that has to wait.
    private Queue<TMessage>? waiting;
    private ManualResetValueTaskSourceCore<bool> next;
    private CancellationTokenRegistration cancellation;
    private Exception? failure;
    private bool isCompleted;
    private bool isAwaited;
    private bool isAtEnd;

    public InMemoryTopic<TMessage> Topic => topic;

    /// <summary>Its place among the topic's readers; negative when it has none. Guarded by the topic.</summary>
    public int Place { get; set; } = -1;

    public TMessage Current { get; private set; } = default!;

    /// <returns>False when the buffer is full and the mode is to fail; the stream has failed then.</returns>
    public bool TryWrite(TMessage message)
    {
        lock (gate)
        {
            if (isCompleted)
            {
                return true;
            }

            if (isAwaited)
            {
                Current = message;
                Wake();
                return true;
            }

            waiting ??= new Queue<TMessage>();
            if (waiting.Count < capacity)
            {
                waiting.Enqueue(message);
                return true;
            }

            return Overflow(message);
        }
    }

    /// <summary>Ends the stream when what waits has been read.</summary>
    /// <param name="exception">With what it fails; null when it does not.</param>
    public void Complete(Exception? exception)
    {
        lock (gate)
        {
            if (isCompleted)
            {
                return;
            }

            isCompleted = true;
            failure = exception;
            if (isAwaited)
            {
                isAtEnd = true;
                Wake();
            }
        }
    }

    public override void Continue()
    {
        if (!isAtEnd)
        {
            next.SetResult(true);
        }
        else if (failure is null)
        {
            next.SetResult(false);
        }
        else
        {
            next.SetException(failure);
        }
    }

    public IAsyncEnumerable<TMessage> ReadEventsAsync() => this;

    public IAsyncEnumerator<TMessage> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        // Outside of the lock: a token that is cancelled already calls back at once.
        cancellation = cancellationToken.UnsafeRegister(static (reader, token) => ((TopicReader<TMessage>)reader!).Complete(new OperationCanceledException(token)), this);
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        lock (gate)
        {
            if (failure is OperationCanceledException canceled)
            {
                return ValueTask.FromException<bool>(canceled);
            }

            if (waiting is not null && waiting.TryDequeue(out var message))
            {
                Current = message;
                return new(true);
            }

            if (isCompleted)
            {
                return failure is null ? new(false) : ValueTask.FromException<bool>(failure);
            }

            next.Reset();
            isAwaited = true;
            return new(this, next.Version);
        }
    }

    public ValueTask DisposeAsync()
    {
        cancellation.Dispose();
        owner.Remove(this);
        Complete(null);
        return ValueTask.CompletedTask;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => next.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => next.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        next.OnCompleted(continuation, state, token, flags);

    private bool Overflow(TMessage message)
    {
        if (mode == TopicBufferFullMode.Fail)
        {
            isCompleted = true;
            failure = new SlowReaderException(topic.Name, capacity);
            return false;
        }

        if (mode == TopicBufferFullMode.DropOldest)
        {
            waiting!.Dequeue();
            waiting.Enqueue(message);
        }
        else if (mode == TopicBufferFullMode.DropNewest)
        {
            waiting = new Queue<TMessage>(waiting!.SkipLast(1).Append(message));
        }

        return true;
    }

    private void Wake()
    {
        isAwaited = false;
        owner.Delivery.Add(this);
    }
}
