using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Limits;

/// <summary>
/// Measures operations. Each fragment is measured once, however often it is spread, and without recursion along chains of them; one that
/// spreads itself counts once, since validation refuses it.
/// </summary>
internal sealed class OperationMeter
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    public OperationMeter(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }
    }

    public OperationSize Measure(OperationDefinitionNode operation)
    {
        var root = new Part();
        root.Count(operation.Directives, operation.SelectionSet);
        var pending = new Stack<Part>([root]);
        while (pending.TryPeek(out var part))
        {
            // First what it spreads, then itself.
            if (part.Next < part.Spreads.Count)
            {
                if (Find(part.Spreads[part.Next++].Name) is { IsMeasured: false, IsPending: false } inner)
                {
                    inner.IsPending = true;
                    pending.Push(inner);
                }

                continue;
            }

            pending.Pop();
            Finish(part);
        }

        return root.Size;
    }

    private void Finish(Part part)
    {
        foreach (var (name, level) in part.Spreads)
        {
            if (Find(name) is { IsMeasured: true } inner)
            {
                part.Size = part.Size.With(inner.Size, level);
            }
        }

        part.IsMeasured = true;
    }

    private Part? Find(string name)
    {
        if (!parts.TryGetValue(name, out var part) && fragments.TryGetValue(name, out var fragment))
        {
            parts[name] = part = new Part();
            part.Count(fragment.Directives, fragment.SelectionSet);
        }

        return part;
    }

    /// <summary>An operation or fragment: what it holds itself, and what it spreads.</summary>
    private sealed class Part
    {
        private long fields;
        private long aliases;
        private long directives;
        private long depth;

        public List<(string Name, long Level)> Spreads { get; } = [];

        public OperationSize Size { get; set; }

        public bool IsMeasured { get; set; }

        public bool IsPending { get; set; }

        public int Next { get; set; }

        public void Count(IReadOnlyList<DirectiveNode> own, SelectionSetNode selectionSet)
        {
            directives = own.Count;
            Count(selectionSet, 0);
            Size = new OperationSize(fields, aliases, directives, depth);
        }

        private void Count(SelectionSetNode selectionSet, long level)
        {
            foreach (var selection in selectionSet.Selections)
            {
                directives += selection.Directives.Count;
                switch (selection)
                {
                    case FieldNode field:
                        fields++;
                        aliases += field.Alias is null ? 0 : 1;
                        depth = Math.Max(depth, level + 1);
                        if (field.SelectionSet is { } nested)
                        {
                            Count(nested, level + 1);
                        }

                        break;
                    case InlineFragmentNode inline:
                        Count(inline.SelectionSet, level);
                        break;
                    case FragmentSpreadNode spread:
                        Spreads.Add((spread.Name.Value, level));
                        break;
                }
            }
        }
    }
}
