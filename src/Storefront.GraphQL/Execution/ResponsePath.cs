namespace Storefront.GraphQL.Execution;

/// <summary>A response path (section 7.1.6): response names and list indexes from the root, linked from leaf to root.</summary>
public sealed class ResponsePath
{
    private ResponsePath(ResponsePath? parent, string? name, int index, int order)
    {
        Parent = parent;
        Name = name;
        Index = index;
        Order = order;
    }

    /// <summary>The parent segment; null on a field of the root.</summary>
    public ResponsePath? Parent { get; }

    /// <summary>The response name; null when the segment is an index.</summary>
    public string? Name { get; }

    /// <summary>The list index from 0, where <see cref="Name"/> is null.</summary>
    public int Index { get; }

    /// <summary>A field below a parent; the parent is null at the root.</summary>
    public static ResponsePath Field(ResponsePath? parent, string responseName) => new(parent, responseName, -1, 0);

    /// <summary>An item of a list.</summary>
    public static ResponsePath Item(ResponsePath parent, int index) => new(parent, null, index, index);

    /// <summary>A field with its place among the fields beside it, from 0.</summary>
    internal static ResponsePath Field(ResponsePath? parent, string responseName, int order) => new(parent, responseName, -1, order);

    /// <summary>The place among the values beside it.</summary>
    internal int Order { get; }

    /// <summary>The segments from the root: strings and ints.</summary>
    public IReadOnlyList<object> ToList()
    {
        var depth = 0;
        for (var segment = this; segment is not null; segment = segment.Parent)
        {
            depth++;
        }

        var list = new object[depth];
        for (var segment = this; segment is not null; segment = segment.Parent)
        {
            list[--depth] = segment.Name is null ? segment.Index : segment.Name;
        }

        return list;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', ToList());
}
