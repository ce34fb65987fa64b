namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>A selection set with inline fragments unfolded: its fields by response name, in order, and the fragments that it spreads.</summary>
internal sealed class SelectedFields
{
    /// <summary>The fields by response name, in the order of their first use.</summary>
    public OrderedDictionary<string, List<SelectedField>> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the fragments, each once, in order.</summary>
    public List<string> Spreads { get; } = [];

    /// <summary>Adds a field.</summary>
    public void Add(SelectedField field)
    {
        if (!ByName.TryGetValue(field.Node.ResponseName, out var fields))
        {
            ByName.Add(field.Node.ResponseName, fields = []);
        }

        fields.Add(field);
    }
}
