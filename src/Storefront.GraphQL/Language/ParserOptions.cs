namespace Storefront.GraphQL.Language;

/// <summary>What a source text may cost before parsing refuses it with a <see cref="SyntaxException"/> that names the limit.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits for documents of strangers.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>Only the limit on depth, for documents of our own.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxDocumentSize = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>The most bytes of UTF-8 (inclusive).</summary>
    public int MaxDocumentSize { get; init; } = 1024 * 1024;

    /// <summary>The most tokens (inclusive); comments and white space are none.</summary>
    public int MaxTokens { get; init; } = 50_000;

    /// <summary>
    /// The most levels of selection sets, lists, input objects and list types around a node (inclusive). Everything that walks a
    /// document recurses by these levels, so a thread's stack sets the upper end: keep it under 1000.
    /// </summary>
    public int MaxDepth { get; init; } = 200;
}
