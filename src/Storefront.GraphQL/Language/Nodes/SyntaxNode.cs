namespace Storefront.GraphQL.Language;

/// <summary>A node of a document's syntax tree (chapter 2). Nodes are immutable and may be shared between documents.</summary>
public abstract class SyntaxNode(Location? location)
{
    /// <summary>Which production of the grammar this node is.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>Where the node begins and ends in its source; null on nodes that were built, not parsed.</summary>
    public Location? Location { get; } = location;
}

/// <summary>The extent of a node in its source (section 7.1.6 asks where it begins).</summary>
/// <param name="Start">The first byte's offset in the UTF-8 source, from 0.</param>
/// <param name="End">The offset behind the last byte (exclusive).</param>
/// <param name="Line">The line of the first character, from 1.</param>
/// <param name="Column">The column of the first character, from 1, counted in characters (UTF-16 code units).</param>
public sealed record Location(int Start, int End, int Line, int Column);
