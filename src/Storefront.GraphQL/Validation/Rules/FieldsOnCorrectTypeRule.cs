using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Selected fields exist on the type they are selected on (section 5.3.1).</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Field-Selections";

    /// <inheritdoc/>
    public override void EnterField(FieldNode node)
    {
        if (Types is { ParentType: { } parent, Field: null })
        {
            Report($"Cannot query field \"{node.Name.Value}\" on type \"{parent}\".{Suggest(parent, node.Name.Value)}", node);
        }
    }

    private string Suggest(NamedType parent, string name)
    {
        if (!Context.Options.Suggestions)
        {
            return string.Empty;
        }

        var types = TypesWithField(parent, name);
        return types.Count > 0
            ? Suggestions.DidYouMean(types, "to use an inline fragment on ")
            : Context.Suggest(name, parent is ComplexType complex ? complex.Fields.Select(field => field.Name) : []);
    }

    /// <summary>The possible types that have the field and their interfaces that have it, those that cover most first, then supertypes before their subtypes, then by name.</summary>
    private List<string> TypesWithField(NamedType parent, string name)
    {
        if (parent is ObjectType)
        {
            return [];
        }

        var objects = Context.Schema!.GetPossibleTypes(parent).Where(type => type.Fields.Contains(name)).ToList();
        var covered = objects.ToDictionary(type => (ComplexType)type, _ => 1);
        foreach (var contract in objects.SelectMany(type => type.Interfaces).Where(type => type.Fields.Contains(name)))
        {
            covered[contract] = covered.GetValueOrDefault(contract) + 1;
        }

        // Inserted one by one, because the order of names and the order of types may lead in a circle, which a sort need not survive.
        var order = Comparer<ComplexType>.Create((left, right) => Compare(left, right, covered));
        var sorted = new List<ComplexType>();
        foreach (var type in covered.Keys)
        {
            var index = sorted.BinarySearch(type, order);
            sorted.Insert(index < 0 ? ~index : index, type);
        }

        return [.. sorted.Select(type => type.Name)];
    }

    private int Compare(ComplexType left, ComplexType right, Dictionary<ComplexType, int> covered)
    {
        if (covered[left] != covered[right])
        {
            return covered[right] - covered[left];
        }

        if (left is InterfaceType && Context.Schema!.IsSubType(right, left))
        {
            return -1;
        }

        return right is InterfaceType && Context.Schema!.IsSubType(left, right) ? 1 : NaturalComparer.Instance.Compare(left.Name, right.Name);
    }
}
