using System.Globalization;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>One decoded parameter: a text, or named parts. Remembers whether anybody read it.</summary>
internal sealed class ParameterNode
{
    private readonly List<KeyValuePair<string, ParameterNode>> _children = [];

    public string? Value { get; private set; }

    public bool WasRead { get; set; }

    public IReadOnlyList<KeyValuePair<string, ParameterNode>> Children => _children;

    public ParameterNode? this[string name] => _children.Find(child => child.Key == name).Value;

    /// <summary>Decodes form or query pairs whose names are nested in brackets: <c>items[0][price]</c>, <c>expand[]</c>.</summary>
    public static ParameterNode Decode(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new ParameterNode();
        foreach (var (name, value) in pairs)
        {
            root.Insert(Segments(name), value);
        }

        return root;
    }

    private static List<string> Segments(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0)
        {
            return [name];
        }

        var segments = new List<string> { name[..open] };
        segments.AddRange(name[(open + 1)..].TrimEnd(']').Split("]["));
        return segments;
    }

    private void Insert(List<string> segments, string value)
    {
        var node = this;
        for (var index = 0; index < segments.Count; index++)
        {
            var name = segments[index];
            if (name.Length == 0)
            {
                // "[]" begins a new element, or goes on with the last one while that lacks the next name.
                var last = node._children.Count > 0 ? node._children[^1] : default;
                var goesOn = last.Value is not null && index + 1 < segments.Count && last.Value[segments[index + 1]] is null;
                name = goesOn ? last.Key : node._children.Count.ToString(CultureInfo.InvariantCulture);
            }

            var child = node[name];
            if (child is null)
            {
                child = new ParameterNode();
                node._children.Add(new(name, child));
            }

            node = child;
        }

        node.Value = value;
    }
}
