using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once (section 5.6.3).</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<NameNode, NameNode> repeated = [];

    /// <inheritdoc/>
    public override string Section => "sec-Input-Object-Field-Uniqueness";

    /// <inheritdoc/>
    public override void EnterValue(ValueNode node)
    {
        if (node is not ObjectValueNode { Fields.Count: > 1 } fields)
        {
            return;
        }

        foreach (var names in Duplicates.Find(fields.Fields, static field => field.Name))
        {
            foreach (var name in names.Skip(1))
            {
                repeated[name] = names[0];
            }
        }
    }

    /// <inheritdoc/>
    public override void EnterObjectField(ObjectFieldNode node)
    {
        // Told where the field stands, behind what was wrong with those before it.
        if (repeated.Remove(node.Name, out var first))
        {
            Report($"There can be only one input field named \"{node.Name.Value}\".", first, node.Name);
        }
    }
}
