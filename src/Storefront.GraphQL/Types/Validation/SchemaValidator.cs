using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Validation;

/// <summary>Checks a schema by the rules of chapter 3 ("Type Validation"), with graphql-js's messages. Every problem is reported.</summary>
internal sealed class SchemaValidator(Schema schema, SchemaErrors errors)
{
    /// <param name="schema">The schema.</param>
    /// <param name="errors">Where the problems go.</param>
    /// <param name="namesQueryRoot">Whether a query root was named that is no object type, so that there is none.</param>
    public static void Validate(Schema schema, SchemaErrors errors, bool namesQueryRoot = false)
    {
        var validator = new SchemaValidator(schema, errors);
        validator.RootTypes(namesQueryRoot);
        validator.Directives();
        validator.TypeNames();
        var complexTypes = new ComplexTypeValidator(schema, errors);
        var inputs = new InputObjectValidator(errors);
        foreach (var type in schema.Types.Where(type => !type.IsSpecified))
        {
            switch (type)
            {
                case ComplexType complex:
                    complexTypes.Validate(complex);
                    break;
                case UnionType union:
                    validator.Union(union);
                    break;
                case EnumType enumeration:
                    validator.Enum(enumeration);
                    break;
                case InputObjectType input:
                    inputs.Validate(input);
                    break;
            }
        }

        new DefaultValueValidator(errors).Validate(schema);
    }

    private void RootTypes(bool namesQueryRoot)
    {
        if (schema.QueryType is null && !namesQueryRoot)
        {
            errors.Report("Query root type must be provided.");
        }

        var roots = System.Enum.GetValues<OperationType>()
            .Select(operation => (Name: operation.ToString().ToLowerInvariant(), Type: schema.GetRootType(operation)))
            .Where(root => root.Type is not null)
            .GroupBy(root => root.Type!);
        foreach (var shared in roots.Where(group => group.Count() > 1))
        {
            errors.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {string.Join(" and ", shared.Select(root => root.Name))} root types.",
                shared.Key.SyntaxNode);
        }
    }

    private void Directives()
    {
        foreach (var group in schema.Directives.GroupBy(directive => directive.Name).Where(group => group.Count() > 1))
        {
            errors.Report($"There can be only one directive named \"@{group.Key}\".");
        }

        foreach (var directive in schema.Directives)
        {
            NameRules.Check(directive.Name, directive.SyntaxNode, errors);
            if (directive.Locations.Count == 0)
            {
                errors.Report($"Directive @{directive.Name} must include 1 or more locations.", directive.SyntaxNode);
            }

            foreach (var location in directive.Locations.Where(location => !DirectiveLocation.All.Contains(location)))
            {
                errors.Report($"Directive @{directive.Name} has the unknown location {location}.", directive.SyntaxNode);
            }

            ArgumentRules.Check($"@{directive.Name}", directive.Arguments, errors);
            if (RefersToItself(directive))
            {
                errors.Report($"Directive @{directive.Name} must not reference itself.", directive.SyntaxNode);
            }
        }
    }

    // Section 3.13, type validation 4 and 5: through the directives applied to its arguments, to the types of those and to their values.
    private bool RefersToItself(DirectiveType directive)
    {
        var met = new HashSet<object>();
        var open = new Stack<InputValue>(directive.Arguments);
        while (open.TryPop(out var value))
        {
            var values = (value.Type.NamedType as EnumType)?.Values ?? [];
            var applied = value.Directives.Concat(value.Type.NamedType.Directives).Concat(values.SelectMany(member => member.Directives));
            if (value.DeprecationReason is not null || values.Any(member => member.DeprecationReason is not null))
            {
                applied = applied.Append(new DirectiveNode(new NameNode("deprecated"), []));
            }

            foreach (var node in applied)
            {
                if (node.Name.Value == directive.Name)
                {
                    return true;
                }

                if (schema.TryGetDirective(node.Name.Value, out var other) && met.Add(other))
                {
                    other.Arguments.ToList().ForEach(open.Push);
                }
            }

            if (value.Type.NamedType is InputObjectType input && met.Add(input))
            {
                input.Fields.ToList().ForEach(open.Push);
            }
        }

        return false;
    }

    private void TypeNames()
    {
        foreach (var group in schema.Types.GroupBy(type => type.Name))
        {
            if (group.Count() > 1)
            {
                var runtimeTypes = group.Select(type => type.RuntimeType?.ToString()).OfType<string>().ToList();
                var origin = runtimeTypes.Count > 0 ? $" ({string.Join(", ", runtimeTypes)})" : string.Empty;
                errors.Report($"Schema must contain uniquely named types but contains multiple types named \"{group.Key}\"{origin}.", group.Select(type => type.SyntaxNode));
            }

            if (!group.First().IsSpecified)
            {
                NameRules.Check(group.Key, group.First().SyntaxNode, errors);
            }
        }
    }

    private void Union(UnionType union)
    {
        // Members that are no object types have been named already.
        if (union.Types.Count == 0 && union.SyntaxNode is not UnionTypeDefinitionNode { Types.Count: > 0 })
        {
            errors.Report($"Union type {union} must define one or more member types.", FaultPlaces.DefinitionsOf(union));
        }

        foreach (var member in union.Types.GroupBy(member => member).Where(group => group.Count() > 1))
        {
            errors.Report($"Union type {union} can only include type {member.Key} once.", FaultPlaces.NamesIn(union, member.Key));
        }
    }

    private void Enum(EnumType type)
    {
        if (type.Values.Count == 0)
        {
            errors.Report($"Enum type {type} must define one or more values.", FaultPlaces.DefinitionsOf(type));
        }

        foreach (var value in type.Values)
        {
            NameRules.Check(value.Name, value.SyntaxNode, errors);
            if (value.Name is "true" or "false" or "null")
            {
                errors.Report($"Enum type {type} cannot include value: {value.Name}.", value.SyntaxNode);
            }
        }

        foreach (var group in type.Values.GroupBy(value => value.Name).Where(group => group.Count() > 1))
        {
            errors.Report($"Enum value \"{type}.{group.Key}\" can only be defined once.", group.Select(value => value.SyntaxNode));
        }
    }
}
