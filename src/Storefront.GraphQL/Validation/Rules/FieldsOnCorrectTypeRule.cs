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

    /// <summary>The possible types that have the field and their interfaces that have it, those that cover most first.</summary>
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

        return [.. covered.OrderByDescending(item => item.Value)
            .ThenByDescending(item => covered.Keys.Count(type => type != item.Key && Context.Schema.IsSubType(type, item.Key)))
            .ThenBy(item => item.Key.Name, NaturalComparer.Instance)
            .Select(item => item.Key.Name)];
    }
}
