using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Types that a document names exist (section 5.5.1.2; for variables section 5.8.2, for schema documents section 3).</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> defined = new(
        context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Fragment-Spread-Type-Existence";

    /// <inheritdoc/>
    public override void EnterNamedType(NamedTypeNode node, DefinitionNode definition)
    {
        var name = node.Name.Value;
        var isTypeSystem = definition is not (OperationDefinitionNode or FragmentDefinitionNode);
        if (Context.Schema?.TryGetType(name, out _) == true || defined.Contains(name) || (isTypeSystem && (SpecifiedTypes.Names.Contains(name) || Context.Given.HasType(name))))
        {
            return;
        }

        var known = (Context.Schema?.Types.Select(type => type.Name) ?? []).Concat(defined).Concat(Context.Given.TypeNames);
        Report($"Unknown type \"{name}\".{Context.Suggest(name, isTypeSystem ? SpecifiedTypes.Names.Concat(known) : known)}", node);
    }
}
