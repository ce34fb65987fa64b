namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>An operation to begin with.</summary>
/// <param name="Title">What it answers, in the reader's language.</param>
/// <param name="Document">The document.</param>
/// <param name="Variables">A JSON object; null when it has no variables.</param>
public sealed record ExplorerExample(string Title, string Document, string? Variables = null);
