namespace Storefront.Tests.Support;

/// <summary>Form keys such as <c>items[0][price]</c> as a tree; a leaf has a value, a branch has children.</summary>
internal sealed class FormTree
{
    public Dictionary<string, FormTree> Children { get; } = new(StringComparer.Ordinal);

    public string? Value { get; private set; }

    /// <summary>Reads <c>key=value&amp;…</c>; a key that comes twice or is both leaf and branch is a problem.</summary>
    public static FormTree Parse(string? encoded, List<string> problems)
    {
        var root = new FormTree();
        foreach (var pair in (encoded ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var key = Decode(parts[0]);
            var node = root;
            foreach (var step in Steps(key))
            {
                if (node.Value is not null)
                {
                    problems.Add($"{key}: its parent already has a value");
                }

                if (!node.Children.TryGetValue(step, out var next))
                {
                    node.Children.Add(step, next = new FormTree());
                }

                node = next;
            }

            if (node.Value is not null || node.Children.Count > 0)
            {
                problems.Add($"{key}: sent twice");
            }

            node.Value = parts.Length == 2 ? Decode(parts[1]) : "";
        }

        return root;
    }

    private static IEnumerable<string> Steps(string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? [key] : [key[..bracket], .. key[(bracket + 1)..].TrimEnd(']').Split("][")];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
