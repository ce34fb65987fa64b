using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>A selection ends at scalars and enums and nowhere else (section 5.3.3).</summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Leaf-Field-Selections";

    /// <inheritdoc/>
    public override void EnterField(FieldNode node)
    {
        if (Types.OutputType is not { } type)
        {
            return;
        }

        var name = node.Name.Value;
        if (type.NamedType.IsLeaf && node.SelectionSet is not null)
        {
            Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", node.SelectionSet);
        }
        else if (!type.NamedType.IsLeaf && node.SelectionSet is null)
        {
            Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", node);
        }
    }
}
