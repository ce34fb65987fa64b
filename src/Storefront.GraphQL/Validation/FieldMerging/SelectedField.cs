using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>A field of a document with what the schema says about it.</summary>
internal sealed class SelectedField(int id, FieldNode node, NamedType? parentType, IType? type)
{
    /// <summary>A number of its own, by which sets of fields are told apart.</summary>
    public int Id { get; } = id;

    /// <summary>The field as written.</summary>
    public FieldNode Node { get; } = node;

    /// <summary>The type it is selected on; null when unknown.</summary>
    public NamedType? ParentType { get; } = parentType;

    /// <summary>The type of its value; null when unknown.</summary>
    public IType? Type { get; } = type;

    /// <summary>The arguments in an order of their own, so that equal texts mean equal arguments; empty when there are none.</summary>
    public string Arguments => field ??= Node.Arguments.Count == 0 ? string.Empty : CanonicalText.Of(Node.Arguments);

    /// <summary>Whether both select the same field with the same arguments.</summary>
    public bool IsSameAs(SelectedField other) => Node.Name.Value == other.Node.Name.Value && Arguments == other.Arguments;
}
