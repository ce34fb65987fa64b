using Storefront.GraphQL.Execution.Cost;

namespace Storefront.GraphQL.Execution.Results;

/// <summary>A response as it is sent (section 7.1): data first, so that it could be written before all errors were known.</summary>
internal sealed class OperationResultBody : OperationResult
{
    private readonly ResultBuffer buffer;
    private readonly TimeSpan? retryAfter;

    private OperationResultBody(ResultKind kind, IReadOnlyList<GraphQLError> errors, ResultBuffer buffer, TimeSpan? retryAfter)
    {
        Kind = kind;
        Errors = errors;
        this.buffer = buffer;
        this.retryAfter = retryAfter;
    }

    public override TimeSpan? RetryAfter => retryAfter;

    public override ResultKind Kind { get; }

    public override IReadOnlyList<GraphQLError> Errors { get; }

    public override ReadOnlyMemory<byte> Body => buffer.WrittenMemory;

    public override string? EventId => Place;

    /// <summary>The event's place in its stream, once it is known.</summary>
    public string? Place { get; set; }

    /// <summary>A request error: no data entry at all.</summary>
    public static OperationResultBody Refuse(
        ResultKind kind, IReadOnlyList<GraphQLError> errors, CostReport? cost = null, TimeSpan? retryAfter = null)
    {
        var buffer = new ResultBuffer();
        buffer.Write("{\"errors\":"u8);
        ErrorWriter.Write(buffer, errors);
        WriteExtensions(buffer, cost);
        buffer.Write((byte)'}');
        return new OperationResultBody(kind, errors, buffer, retryAfter);
    }

    /// <summary>What an operation would cost, and nothing else.</summary>
    public static OperationResultBody ReportOnly(CostReport cost)
    {
        var buffer = new ResultBuffer();
        buffer.Write((byte)'{');
        cost.WriteExtensions(buffer);
        buffer.Write((byte)'}');
        return new OperationResultBody(ResultKind.CostReported, [], buffer, null);
    }

    /// <summary>An answer that was given before and had no errors.</summary>
    /// <param name="data">The response up to the end of <c>data</c>.</param>
    /// <param name="cost">What is said of the cost; null for nothing.</param>
    public static OperationResultBody Repeat(ReadOnlySpan<byte> data, CostReport? cost)
    {
        var buffer = new ResultBuffer();
        buffer.Write(data);
        WriteExtensions(buffer, cost);
        buffer.Write((byte)'}');
        return new OperationResultBody(ResultKind.Executed, [], buffer, null);
    }

    /// <param name="data">A fragment that begins with <c>{"data":</c> and has no open hole; this method disposes of its buffer.</param>
    /// <param name="errors">The field errors.</param>
    /// <param name="cost">What is said of the cost; null for nothing.</param>
    public static OperationResultBody Complete(ResultFragment data, IReadOnlyList<GraphQLError> errors, CostReport? cost)
    {
        var buffer = data.Buffer;
        if (data.HasHolesOrScopes)
        {
            buffer = new ResultBuffer();
            data.CopyTo(buffer);
            data.Buffer.Dispose();
        }

        if (errors.Count > 0)
        {
            buffer.Write(",\"errors\":"u8);
            ErrorWriter.Write(buffer, errors);
        }

        WriteExtensions(buffer, cost);
        buffer.Write((byte)'}');
        return new OperationResultBody(ResultKind.Executed, errors, buffer, null);
    }

    private static void WriteExtensions(ResultBuffer buffer, CostReport? cost)
    {
        if (cost is not null)
        {
            buffer.Write((byte)',');
            cost.WriteExtensions(buffer);
        }
    }

    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return ValueTask.CompletedTask;
    }
}
