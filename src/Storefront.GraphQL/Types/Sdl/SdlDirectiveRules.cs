using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Sdl;

/// <summary>What must hold of the directives applied in schema documents (section 5.7, for schema documents).</summary>
internal sealed class SdlDirectiveRules
{
    private readonly SchemaErrors errors;
    private readonly Dictionary<string, Definition> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> metByTarget = new(StringComparer.Ordinal);

    private SdlDirectiveRules(IReadOnlyList<DefinitionNode> definitions, IReadOnlyList<DirectiveType> given, SchemaErrors errors)
    {
        this.errors = errors;
        foreach (var directive in SpecifiedDirectives.All.Concat(given))
        {
            known[directive.Name] = new Definition(
                [.. directive.Locations],
                directive.IsRepeatable,
                directive.Arguments.ToDictionary(argument => argument.Name, argument => argument.IsRequired ? argument.Type.ToString() : null));
        }

        foreach (var node in definitions.OfType<DirectiveDefinitionNode>())
        {
            known[node.Name.Value] = new Definition(
                [.. node.Locations.Select(location => location.Value)],
                node.IsRepeatable,
                node.Arguments.DistinctBy(argument => argument.Name.Value).ToDictionary(
                    argument => argument.Name.Value,
                    argument => argument is { Type: NonNullTypeNode type, DefaultValue: null } ? Print(type) : null));
        }
    }

    public static void Check(IReadOnlyList<DefinitionNode> definitions, IReadOnlyList<DirectiveType> given, SchemaErrors errors)
    {
        var rules = new SdlDirectiveRules(definitions, given, errors);
        foreach (var definition in definitions)
        {
            rules.Visit(definition);
        }
    }

    private void Visit(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode node:
                Applied(node.Directives, "SCHEMA", "schema");
                break;
            case ScalarTypeDefinitionNode node:
                Applied(node.Directives, "SCALAR", node.Name.Value);
                break;
            case ObjectTypeDefinitionNode node:
                Applied(node.Directives, "OBJECT", node.Name.Value);
                Fields(node.Fields);
                break;
            case InterfaceTypeDefinitionNode node:
                Applied(node.Directives, "INTERFACE", node.Name.Value);
                Fields(node.Fields);
                break;
            case UnionTypeDefinitionNode node:
                Applied(node.Directives, "UNION", node.Name.Value);
                break;
            case EnumTypeDefinitionNode node:
                Applied(node.Directives, "ENUM", node.Name.Value);
                foreach (var value in node.Values)
                {
                    Applied(value.Directives, "ENUM_VALUE");
                }

                break;
            case InputObjectTypeDefinitionNode node:
                Applied(node.Directives, "INPUT_OBJECT", node.Name.Value);
                foreach (var field in node.Fields)
                {
                    Applied(field.Directives, "INPUT_FIELD_DEFINITION");
                }

                break;
            case DirectiveDefinitionNode node:
                Arguments(node.Arguments);
                break;
        }
    }

    private void Fields(IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Applied(field.Directives, "FIELD_DEFINITION");
            Arguments(field.Arguments);
        }
    }

    private void Arguments(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var argument in arguments)
        {
            Applied(argument.Directives, "ARGUMENT_DEFINITION");
        }
    }

    // A type and its extensions are one place, named by target; everything else is a place of its own.
    private void Applied(IReadOnlyList<DirectiveNode> directives, string location, string? target = null)
    {
        var met = target is null ? [] : metByTarget.TryGetValue(target, out var set) ? set : metByTarget[target] = [];
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (!known.TryGetValue(name, out var definition))
            {
                errors.Report($"Unknown directive \"@{name}\".", directive);
                continue;
            }

            if (!definition.Locations.Contains(location))
            {
                errors.Report($"Directive \"@{name}\" may not be used on {location}.", directive);
            }

            if (!met.Add(name) && !definition.IsRepeatable)
            {
                errors.Report($"The directive \"@{name}\" can only be used once at this location.", directive);
            }

            Arguments(directive, definition);
        }
    }

    private void Arguments(DirectiveNode directive, Definition definition)
    {
        var name = directive.Name.Value;
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.ContainsKey(argument.Name.Value))
            {
                errors.Report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{name}\".", argument);
            }

            if (!given.Add(argument.Name.Value))
            {
                errors.Report($"There can be only one argument named \"{argument.Name.Value}\".", argument.Name);
            }

            UniqueInputFields(argument.Value);
        }

        foreach (var (argument, type) in definition.Arguments)
        {
            if (type is not null && !given.Contains(argument))
            {
                errors.Report($"Directive \"@{name}\" argument \"{argument}\" of type \"{type}\" is required, but it was not provided.", directive);
            }
        }
    }

    private void UniqueInputFields(ValueNode value)
    {
        foreach (var item in (value as ListValueNode)?.Values ?? [])
        {
            UniqueInputFields(item);
        }

        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in (value as ObjectValueNode)?.Fields ?? [])
        {
            if (!met.Add(field.Name.Value))
            {
                errors.Report($"There can be only one input field named \"{field.Name.Value}\".", field.Name);
            }

            UniqueInputFields(field.Value);
        }
    }

    private static string Print(TypeNode type) => type switch
    {
        NonNullTypeNode node => $"{Print(node.Type)}!",
        ListTypeNode node => $"[{Print(node.Type)}]",
        NamedTypeNode node => node.Name.Value,
        _ => throw new ArgumentException($"{type.Kind} is not a type.", nameof(type)),
    };

    // Arguments: by name, the type where one must be given.
    private sealed record Definition(HashSet<string> Locations, bool IsRepeatable, Dictionary<string, string?> Arguments);
}
