using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Sdl;

/// <summary>
/// What must hold of schema documents before types can be made of them: names are unique and known, directives stand where they may
/// (section 3, with graphql-js's rules for schema documents).
/// </summary>
internal sealed class SdlRules
{
    private readonly SchemaErrors errors;
    private readonly List<DefinitionNode> definitions;
    private readonly Dictionary<string, TypeDefinitionNode> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedType> givenTypes;

    private SdlRules(IReadOnlyList<DocumentNode> documents, IReadOnlyList<NamedType> given, SchemaErrors errors)
    {
        this.errors = errors;
        definitions = [.. documents.SelectMany(document => document.Definitions)];
        givenTypes = SpecifiedScalars.All.Concat(given).DistinctBy(type => type.Name).ToDictionary(type => type.Name, StringComparer.Ordinal);
        foreach (var definition in definitions.OfType<TypeDefinitionNode>().Where(definition => !definition.IsExtension))
        {
            types.TryAdd(definition.Name.Value, definition);
        }
    }

    public static void Check(
        IReadOnlyList<DocumentNode> documents,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveType> directives,
        SchemaErrors errors)
    {
        var rules = new SdlRules(documents, types, errors);
        rules.LoneSchemaDefinition();
        rules.UniqueOperationTypes();
        rules.UniqueTypeNames();
        rules.UniqueMembers();
        rules.UniqueDirectiveNames();
        rules.KnownTypeNames();
        rules.PossibleTypeExtensions();
        SdlDirectiveRules.Check(rules.definitions, directives, errors);
    }

    private void LoneSchemaDefinition()
    {
        foreach (var definition in definitions.OfType<SchemaDefinitionNode>().Where(definition => !definition.IsExtension).Skip(1))
        {
            errors.Report("Must provide only one schema definition.", definition);
        }
    }

    private void UniqueOperationTypes()
    {
        foreach (var (first, second) in Duplicates(definitions.OfType<SchemaDefinitionNode>().SelectMany(definition => definition.OperationTypes), node => node.Operation.ToString()))
        {
            errors.Report($"There can be only one {first.Operation.ToString().ToLowerInvariant()} type in schema.", first, second);
        }
    }

    private void UniqueTypeNames()
    {
        foreach (var (first, second) in Duplicates(definitions.OfType<TypeDefinitionNode>().Where(definition => !definition.IsExtension), node => node.Name.Value))
        {
            errors.Report($"There can be only one type named \"{first.Name.Value}\".", first.Name, second.Name);
        }
    }

    private void UniqueMembers()
    {
        foreach (var definition in definitions.OfType<TypeDefinitionNode>().GroupBy(definition => definition.Name.Value))
        {
            var fields = definition.SelectMany(Fields).ToList();
            foreach (var (first, second) in Duplicates(fields, field => field.Name.Value))
            {
                errors.Report($"Field \"{definition.Key}.{first.Name.Value}\" can only be defined once.", first.Name, second.Name);
            }

            foreach (var field in fields)
            {
                UniqueArguments($"{definition.Key}.{field.Name.Value}", field.Arguments);
            }

            foreach (var (first, second) in Duplicates(definition.OfType<EnumTypeDefinitionNode>().SelectMany(node => node.Values), value => value.Name.Value))
            {
                errors.Report($"Enum value \"{definition.Key}.{first.Name.Value}\" can only be defined once.", first.Name, second.Name);
            }
        }

        foreach (var directive in definitions.OfType<DirectiveDefinitionNode>())
        {
            UniqueArguments($"@{directive.Name.Value}", directive.Arguments);
        }
    }

    private void UniqueArguments(string parent, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var (first, second) in Duplicates(arguments, argument => argument.Name.Value))
        {
            errors.Report($"Argument \"{parent}({first.Name.Value}:)\" can only be defined once.", first.Name, second.Name);
        }
    }

    private void UniqueDirectiveNames()
    {
        foreach (var (first, second) in Duplicates(definitions.OfType<DirectiveDefinitionNode>(), node => node.Name.Value))
        {
            errors.Report($"There can be only one directive named \"@{first.Name.Value}\".", first.Name, second.Name);
        }
    }

    private void KnownTypeNames()
    {
        var referred = definitions.SelectMany(definition => definition switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes.Select(operation => operation.Type),
            DirectiveDefinitionNode directive => directive.Arguments.Select(argument => Named(argument.Type)),
            UnionTypeDefinitionNode union => union.Types,
            TypeDefinitionNode type => Interfaces(type).Concat(Fields(type).SelectMany(
                field => field.Arguments.Select(argument => Named(argument.Type)).Prepend(Named(field.Type)))),
            _ => [],
        });
        foreach (var name in referred.Where(name => !types.ContainsKey(name.Name.Value) && !givenTypes.ContainsKey(name.Name.Value)))
        {
            errors.Report($"Unknown type \"{name.Name.Value}\".", name);
        }
    }

    private void PossibleTypeExtensions()
    {
        foreach (var extension in definitions.OfType<TypeDefinitionNode>().Where(definition => definition.IsExtension))
        {
            var name = extension.Name.Value;
            if (types.TryGetValue(name, out var definition))
            {
                if (definition.GetType() != extension.GetType())
                {
                    errors.Report($"Cannot extend non-{KindName(extension)} type \"{name}\".", definition, extension);
                }
            }
            else
            {
                errors.Report(
                    givenTypes.ContainsKey(name)
                        ? $"Cannot extend type \"{name}\" because it is not defined in a document."
                        : $"Cannot extend type \"{name}\" because it is not defined.",
                    extension.Name);
            }
        }
    }

    private static IEnumerable<NamedTypeNode> Interfaces(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode node => node.Interfaces,
        InterfaceTypeDefinitionNode node => node.Interfaces,
        _ => [],
    };

    private static IEnumerable<Member> Fields(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode node => node.Fields.Select(field => new Member(field.Name, field.Type, field.Arguments)),
        InterfaceTypeDefinitionNode node => node.Fields.Select(field => new Member(field.Name, field.Type, field.Arguments)),
        InputObjectTypeDefinitionNode node => node.Fields.Select(field => new Member(field.Name, field.Type, [])),
        _ => [],
    };

    private static NamedTypeNode Named(TypeNode type) => type switch
    {
        NonNullTypeNode node => Named(node.Type),
        ListTypeNode node => Named(node.Type),
        NamedTypeNode node => node,
        _ => throw new ArgumentException($"{type.Kind} is not a type.", nameof(type)),
    };

    private static string KindName(TypeDefinitionNode definition) => definition switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };

    private static IEnumerable<(T First, T Second)> Duplicates<T>(IEnumerable<T> nodes, Func<T, string> name)
    {
        var met = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!met.TryAdd(name(node), node))
            {
                yield return (met[name(node)], node);
            }
        }
    }

    private sealed record Member(NameNode Name, TypeNode Type, IReadOnlyList<InputValueDefinitionNode> Arguments);
}
