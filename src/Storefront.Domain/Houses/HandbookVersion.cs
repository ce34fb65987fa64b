namespace Storefront.Domain.Houses;

/// <summary>Which text of a handbook it is. What was sold keeps its own (COM-04).</summary>
/// <param name="Hash">SHA-256 of the canonical JSON, 64 small hexadecimal digits: the same text, however it is laid out, has the same.</param>
/// <param name="SchemaVersion">The form of handbook that it is written in.</param>
public sealed record HandbookVersion(string Hash, int SchemaVersion);
