namespace Storefront.GraphQL.Execution;

/// <summary>The path of the field being written; a <see cref="ResponsePath"/> is made of it only when somebody asks, sharing the parents' segments.</summary>
internal sealed class PathStack
{
    private Segment[] segments = new Segment[16];
    private int count;
    private ResponsePath? origin;

    public void Push(string name, int order) => Push(new Segment(name, order));

    public void Push(int index) => Push(new Segment(null, index));

    public void Pop() => count--;

    /// <summary>Goes on below a path, or at the root where it is null.</summary>
    public void Reset(ResponsePath? path)
    {
        count = 0;
        origin = path;
    }

    public ResponsePath ToPath()
    {
        var parent = origin;
        for (var index = 0; index < count; index++)
        {
            ref var segment = ref segments[index];
            segment.Path ??= segment.Name is null ? ResponsePath.Item(parent!, segment.Index) : ResponsePath.Field(parent, segment.Name, segment.Index);
            parent = segment.Path;
        }

        return parent!;
    }

    /// <summary>How many segments there is room for.</summary>
    public int Capacity => segments.Length;

    /// <summary>Forgets everything, also what was pushed and popped.</summary>
    public void Clear()
    {
        Array.Clear(segments);
        count = 0;
        origin = null;
    }

    private void Push(Segment segment)
    {
        if (count == segments.Length)
        {
            Array.Resize(ref segments, count * 2);
        }

        segments[count++] = segment;
    }

    private struct Segment(string? name, int index)
    {
        public readonly string? Name = name;

        // A list's index, or a field's place among those beside it.
        public readonly int Index = index;
        public ResponsePath? Path;
    }
}
