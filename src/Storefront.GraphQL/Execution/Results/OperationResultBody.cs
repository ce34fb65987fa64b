using System.Text.Json;

namespace Storefront.GraphQL.Execution.Results;

/// <summary>A response as it is sent (section 7.1): data first, so that it could be written before all errors were known.</summary>
internal sealed class OperationResultBody : OperationResult
{
    private readonly ResultBuffer buffer;

    private OperationResultBody(ResultKind kind, IReadOnlyList<GraphQLError> errors, ResultBuffer buffer)
    {
        Kind = kind;
        Errors = errors;
        this.buffer = buffer;
    }

    public override ResultKind Kind { get; }

    public override IReadOnlyList<GraphQLError> Errors { get; }

    public override ReadOnlyMemory<byte> Body => buffer.WrittenMemory;

    /// <summary>A request error: no data entry at all.</summary>
    public static OperationResultBody Refuse(ResultKind kind, IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new ResultBuffer();
        buffer.Write("{\"errors\":"u8);
        ErrorWriter.Write(buffer, errors);
        buffer.Write((byte)'}');
        return new OperationResultBody(kind, errors, buffer);
    }

    /// <param name="data">A fragment that begins with <c>{"data":</c> and has no open hole; this method disposes of it.</param>
    /// <param name="errors">The field errors.</param>
    /// <param name="extensions">The response's extensions; null for none.</param>
    public static OperationResultBody Complete(ResultFragment data, IReadOnlyList<GraphQLError> errors, IReadOnlyDictionary<string, object?>? extensions)
    {
        var buffer = data.Buffer;
        if (data.HasHolesOrScopes)
        {
            buffer = new ResultBuffer();
            data.CopyTo(buffer);
            data.Dispose();
        }

        if (errors.Count > 0)
        {
            buffer.Write(",\"errors\":"u8);
            ErrorWriter.Write(buffer, errors);
        }

        if (extensions is { Count: > 0 })
        {
            buffer.Write(",\"extensions\":"u8);
            using var writer = new Utf8JsonWriter(buffer, ErrorWriter.JsonOptions);
            JsonSerializer.Serialize(writer, extensions);
        }

        buffer.Write((byte)'}');
        return new OperationResultBody(ResultKind.Executed, errors, buffer);
    }

    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return ValueTask.CompletedTask;
    }
}
