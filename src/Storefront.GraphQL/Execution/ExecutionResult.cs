namespace Storefront.GraphQL.Execution;

/// <summary>What executing a request gives (chapter 7): an <see cref="OperationResult"/> or a <see cref="ResponseStream"/>.</summary>
public abstract class ExecutionResult : IAsyncDisposable
{
    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>How far a request came (section 7.1); the transports choose a status by it.</summary>
public enum ResultKind
{
    /// <summary>The operation ran: there is a <c>data</c> entry, null or partial where <c>errors</c> say so.</summary>
    Executed,

    /// <summary>The document has a syntax error.</summary>
    SyntaxError,

    /// <summary>The document is not valid for the schema.</summary>
    ValidationError,

    /// <summary>The operation could not be chosen or its variables could not be coerced.</summary>
    RequestError,

    /// <summary>The operation is a mutation, which the transport does not let through.</summary>
    MutationNotAllowed,

    /// <summary>The operation is a subscription, which the transport cannot answer.</summary>
    SubscriptionNotAllowed,

    /// <summary>A limit refused the request before it ran.</summary>
    LimitExceeded,

    /// <summary>The client has spent its budget; <see cref="OperationResult.RetryAfter"/> says when to ask again.</summary>
    RateLimited,

    /// <summary>Only the cost was asked for: there is neither data nor an error.</summary>
    CostReported,

    /// <summary>What the server needs is not there just now, and nothing was changed: the same request can be sent again.</summary>
    Unavailable,
}

/// <summary>One response (section 7.1), already written as UTF-8 JSON into a pooled buffer that disposing gives back.</summary>
public abstract class OperationResult : ExecutionResult
{
    /// <summary>How far the request came.</summary>
    public abstract ResultKind Kind { get; }

    /// <summary>The errors in the response; empty when there are none.</summary>
    public abstract IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The whole response: one JSON object with <c>data</c>, <c>errors</c> and <c>extensions</c> where they are present.</summary>
    public abstract ReadOnlyMemory<byte> Body { get; }

    /// <summary>After what time to ask again; null where there is no reason to wait.</summary>
    public virtual TimeSpan? RetryAfter => null;

    /// <summary>The event's place in its stream; null when it has none, and for all that is no event.</summary>
    public virtual string? EventId => null;
}

/// <summary>A subscription's response stream (section 6.2.3.2).</summary>
public abstract class ResponseStream : ExecutionResult
{
    /// <summary>Reads the responses once, in order; each is the reader's to dispose.</summary>
    public abstract IAsyncEnumerable<OperationResult> ReadResultsAsync(CancellationToken cancellationToken = default);
}

/// <summary>Executes requests against one schema (section 6.1).</summary>
public interface IRequestExecutor
{
    /// <summary>The schema.</summary>
    Types.Schema Schema { get; }

    /// <summary>Executes a request; problems of the request are in the result, never thrown.</summary>
    Task<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default);
}
