using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL;

/// <summary>An error of a response (section 7.1.6): a request error (without a path) or a field's execution error.</summary>
public sealed class GraphQLError
{
    /// <summary>What went wrong, for the client's developer.</summary>
    public required string Message { get; init; }

    /// <summary>The code put in <c>extensions.code</c>; null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The field in which it happened; null for request errors.</summary>
    public ResponsePath? Path { get; init; }

    /// <summary>The places in the document, lines and columns from 1; empty when it belongs to none.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Entries of <c>extensions</c> besides the code; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The exception behind it, for logs; never written to a response.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The validation rule broken, by its name in chapter 5 of the specification (<c>ScalarLeafs</c>); null otherwise.</summary>
    public string? Rule { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}

/// <summary>A place in a document (section 7.1.6).</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct SourceLocation(int Line, int Column);
