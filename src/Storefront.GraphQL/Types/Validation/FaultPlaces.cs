using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Validation;

/// <summary>Which part of a definition a problem points at (chapter 3, "Type Validation"); nothing where C# made the type.</summary>
internal static class FaultPlaces
{
    /// <summary>The type of a field, argument or input field.</summary>
    public static SyntaxNode? TypeOf(SyntaxNode? member) => member switch
    {
        FieldDefinitionNode field => field.Type,
        InputValueDefinitionNode input => input.Type,
        _ => member,
    };

    /// <summary>Where an argument or input field is deprecated, and its type, which forbids that.</summary>
    public static IEnumerable<SyntaxNode?> DeprecationOf(SyntaxNode? member) =>
        [(member as InputValueDefinitionNode)?.Directives.FirstOrDefault(directive => directive.Name.Value == "deprecated"), TypeOf(member)];

    /// <summary>The definition of a type, then its extensions.</summary>
    public static IEnumerable<SyntaxNode?> DefinitionsOf(NamedType type) => type.ExtensionNodes.Prepend(type.SyntaxNode);

    /// <summary>Where a type names another as its interface or member.</summary>
    public static IEnumerable<SyntaxNode> NamesIn(NamedType type, NamedType named) => DefinitionsOf(type)
        .SelectMany(node => node switch
        {
            ObjectTypeDefinitionNode definition => definition.Interfaces,
            InterfaceTypeDefinitionNode definition => definition.Interfaces,
            UnionTypeDefinitionNode definition => definition.Types,
            _ => [],
        })
        .Where(name => name.Name.Value == named.Name);
}
