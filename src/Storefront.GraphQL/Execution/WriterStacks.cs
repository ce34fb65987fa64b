using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>The two stacks of a <see cref="ValueWriter"/>. They grow with every request in the same way, so that each thread keeps one pair.</summary>
internal sealed class WriterStacks
{
    // What a monstrous request made large is left to the garbage collector.
    private const int MaxDepth = 256;

    [ThreadStatic]
    private static WriterStacks? spare;

    public PathStack Path { get; } = new();

    /// <summary>The values being written, from the outside in.</summary>
    public List<ValueFrame> Frames { get; } = new(16);

    public static WriterStacks Rent()
    {
        var stacks = spare ?? new WriterStacks();
        spare = null;
        return stacks;
    }

    public void Return()
    {
        if (Path.Capacity > MaxDepth || Frames.Capacity > MaxDepth)
        {
            return;
        }

        Path.Clear();
        Frames.Clear();
        spare = this;
    }
}

/// <summary>An object or a list that is being written.</summary>
/// <param name="Start">Its first byte in the fragment.</param>
/// <param name="IsNullable">Whether null may stand in its place.</param>
/// <param name="Scope">Its scope; null as long as there is no hole in it.</param>
internal readonly record struct ValueFrame(int Start, bool IsNullable, ValueScope? Scope);
