using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>What is extended exists and is of the same kind (section 3.4.3).</summary>
internal sealed class PossibleTypeExtensionsRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Type-Extensions";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var defined = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var type in node.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
        {
            defined[type.Name.Value] = type;
        }

        foreach (var extension in node.Definitions.OfType<TypeDefinitionNode>().Where(type => type.IsExtension))
        {
            Check(extension, defined);
        }
    }

    private static TypeKind KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => TypeKind.Scalar,
        ObjectTypeDefinitionNode => TypeKind.Object,
        InterfaceTypeDefinitionNode => TypeKind.Interface,
        UnionTypeDefinitionNode => TypeKind.Union,
        EnumTypeDefinitionNode => TypeKind.Enum,
        _ => TypeKind.InputObject,
    };

    private void Check(TypeDefinitionNode extension, Dictionary<string, TypeDefinitionNode> defined)
    {
        var name = extension.Name.Value;
        var definition = defined.GetValueOrDefault(name);
        var existing = Context.Schema?.TryGetType(name, out var known) == true ? known : null;
        var isGiven = Context.Given.TryGetType(name, out var given);
        var kind = isGiven ? given!.Kind : definition is null ? existing?.Kind : KindOf(definition);
        if (isGiven && kind == KindOf(extension) && kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject)
        {
            Report($"Cannot extend type \"{name}\" because its values are those of a type in C#.", extension.Name);
        }
        else if (kind is null)
        {
            var candidates = defined.Keys.Concat(Context.Schema?.Types.Select(type => type.Name) ?? []);
            Report($"Cannot extend type \"{name}\" because it is not defined.{Context.Suggest(name, candidates)}", extension.Name);
        }
        else if (kind != KindOf(extension))
        {
            var kindName = KindOf(extension) == TypeKind.InputObject ? "input object" : KindOf(extension).ToString().ToLowerInvariant();
            Report($"Cannot extend non-{kindName} type \"{name}\".", definition is null ? [extension] : [definition, extension]);
        }
    }
}
