using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>A field whose resolver waits: where its value goes and what around it becomes null when it fails.</summary>
internal sealed class PendingField(Selection selection, ResponsePath path, ResultFragment content, ValueScope parent)
{
    public Selection Selection { get; } = selection;

    public ResponsePath Path { get; } = path;

    /// <summary>The hole's content.</summary>
    public ResultFragment Content { get; } = content;

    /// <summary>The object on which the field is selected.</summary>
    public ValueScope Parent { get; } = parent;

    /// <summary>What is waited for; read once, when it has finished.</summary>
    public ValueTask<object?> Task { get; set; }
}
