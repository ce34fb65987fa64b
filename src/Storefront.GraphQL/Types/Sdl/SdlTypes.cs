using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Types.Sdl;

/// <summary>Turns checked schema documents into types: definitions first, then their extensions merged in (section 3.4.3).</summary>
internal sealed partial class SdlTypes
{
    private readonly SchemaErrors errors;
    private readonly Dictionary<string, NamedType> byName = new(StringComparer.Ordinal);

    public SdlTypes(DocumentNode document, IReadOnlyList<NamedType> given, SchemaErrors errors)
    {
        this.errors = errors;
        foreach (var type in SpecifiedScalars.All.Concat(IntrospectionTypes.All).Concat(given))
        {
            byName[type.Name] = type;
        }

        var definitions = document.Definitions;
        foreach (var definition in definitions.OfType<TypeDefinitionNode>().Where(definition => !definition.IsExtension))
        {
            if (!byName.ContainsKey(definition.Name.Value))
            {
                var type = Create(definition);
                byName.Add(type.Name, type);
                Types.Add(type);
            }
        }

        foreach (var definition in definitions.OfType<TypeDefinitionNode>().OrderBy(definition => definition.IsExtension))
        {
            Fill(byName[definition.Name.Value], definition);
        }

        Directives = [.. definitions.OfType<DirectiveDefinitionNode>().Select(CreateDirective)];
        ReadRoots(definitions.OfType<SchemaDefinitionNode>().ToList());
    }

    public List<NamedType> Types { get; } = [];

    public List<DirectiveType> Directives { get; }

    public Dictionary<OperationType, ObjectType> Roots { get; } = [];

    public string? Description { get; private set; }

    /// <summary>What is applied to the schema itself.</summary>
    public List<DirectiveNode> SchemaDirectives { get; } = [];

    /// <summary>Whether the document names a query root, of whatever kind.</summary>
    public bool NamesQueryRoot { get; private set; }

    private static NamedType Create(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        NamedType type = definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name),
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            InputObjectTypeDefinitionNode => new InputObjectType(name),
            _ => throw new ArgumentException($"{definition.Kind} defines no type.", nameof(definition)),
        };
        type.Description = definition.Description?.Value;
        type.SyntaxNode = definition;
        return type;
    }

    private void Fill(NamedType type, TypeDefinitionNode definition)
    {
        // A type that C# has made is as it says; what extends it adds to that.
        if (type.SyntaxNode is null && !definition.IsExtension)
        {
            return;
        }

        if (definition.IsExtension)
        {
            type.ExtensionNodes.Add(definition);
        }

        type.Directives.AddRange(definition.Directives);
        switch (type, definition)
        {
            case (ScalarType scalar, ScalarTypeDefinitionNode):
                scalar.SpecifiedByUrl = StringArgument(definition.Directives, "specifiedBy", "url") ?? scalar.SpecifiedByUrl;
                break;
            case (ObjectType target, ObjectTypeDefinitionNode node):
                AddInterfaces(target, node.Interfaces);
                AddFields(target, node.Fields);
                break;
            case (InterfaceType target, InterfaceTypeDefinitionNode node):
                AddInterfaces(target, node.Interfaces);
                AddFields(target, node.Fields);
                break;
            case (UnionType target, UnionTypeDefinitionNode node):
                AddMembers(target, node.Types);
                break;
            case (EnumType target, EnumTypeDefinitionNode node):
                AddValues(target, node.Values);
                break;
            case (InputObjectType target, InputObjectTypeDefinitionNode node):
                target.IsOneOf |= definition.Directives.Any(directive => directive.Name.Value == "oneOf");
                foreach (var field in node.Fields)
                {
                    target.Fields.Add(CreateInput(field));
                }

                break;
            default:
                throw new ArgumentException($"{definition.Kind} does not fit {type}.", nameof(definition));
        }
    }

    private void ReadRoots(List<SchemaDefinitionNode> definitions)
    {
        if (definitions.TrueForAll(definition => definition.IsExtension))
        {
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                // What a document defines under a root's usual name is that root (section 3.3.1), also where it cannot be one.
                if (byName.TryGetValue(operation.ToString(), out var type) && type is ObjectType or { SyntaxNode: not null })
                {
                    ReadRoot(operation, type, type.SyntaxNode);
                }
            }
        }

        foreach (var definition in definitions)
        {
            Description ??= definition.Description?.Value;
            SchemaDirectives.AddRange(definition.Directives);
            foreach (var node in definition.OperationTypes)
            {
                ReadRoot(node.Operation, byName[node.Type.Name.Value], node.Type);
            }
        }
    }

    private void ReadRoot(OperationType operation, NamedType type, SyntaxNode? node)
    {
        NamesQueryRoot |= operation == OperationType.Query;
        if (type is ObjectType root)
        {
            Roots[operation] = root;
            return;
        }

        var condition = operation == OperationType.Query ? string.Empty : " if provided";
        errors.Report($"{operation} root type must be Object type{condition}, it cannot be {type}.", node);
    }

    private IType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        ListTypeNode list => new ListType(Resolve(list.Type)),
        NamedTypeNode named => byName[named.Name.Value],
        _ => throw new ArgumentException($"{node.Kind} is not a type.", nameof(node)),
    };
}
