namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>Different fields that stand under one response name, in the order of their numbers; equal to a group of the same fields.</summary>
internal sealed class FieldGroup(SelectedField[] fields, bool shapeOnly) : IEquatable<FieldGroup>
{
    private readonly int hash = Hash(fields, shapeOnly);

    /// <summary>The fields.</summary>
    public SelectedField[] Fields { get; } = fields;

    /// <summary>Whether only the shapes of values must agree, because fields around these never meet.</summary>
    public bool ShapeOnly { get; } = shapeOnly;

    /// <inheritdoc/>
    public bool Equals(FieldGroup? other) =>
        other is not null && other.hash == hash && other.ShapeOnly == ShapeOnly && other.Fields.AsSpan().SequenceEqual(Fields);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    private static int Hash(SelectedField[] fields, bool shapeOnly)
    {
        var hash = default(HashCode);
        hash.Add(shapeOnly);
        foreach (var field in fields)
        {
            hash.Add(field.Id);
        }

        return hash.ToHashCode();
    }
}
