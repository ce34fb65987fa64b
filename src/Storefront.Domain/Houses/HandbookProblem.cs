namespace Storefront.Domain.Houses;

/// <summary>One fault of a handbook and its place.</summary>
/// <param name="JsonPointer">Where in the document, as a JSON pointer (RFC 6901); empty for the document itself.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong, for whoever edits the file.</param>
public sealed record HandbookProblem(string JsonPointer, int Line, int Column, string Message)
{
    public override string ToString() => $"line {Line}, column {Column}, {(JsonPointer.Length == 0 ? "(document)" : JsonPointer)}: {Message}";
}
