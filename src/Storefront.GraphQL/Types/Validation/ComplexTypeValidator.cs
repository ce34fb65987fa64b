namespace Storefront.GraphQL.Types.Validation;

/// <summary>What object and interface types must be (sections 3.6 and 3.7, "Type Validation").</summary>
internal sealed class ComplexTypeValidator(Schema schema, SchemaErrors errors)
{
    public void Validate(ComplexType type)
    {
        Fields(type);
        Interfaces(type);
    }

    private void Fields(ComplexType type)
    {
        if (type.Fields.Count == 0)
        {
            errors.Report($"Type {type} must define one or more fields.", FaultPlaces.DefinitionsOf(type));
        }

        foreach (var field in type.Fields)
        {
            NameRules.Check(field.Name, field.SyntaxNode, errors);
            if (!field.Type.NamedType.IsOutputType)
            {
                errors.Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", FaultPlaces.TypeOf(field.SyntaxNode));
            }

            ArgumentRules.Check($"{type}.{field.Name}", field.Arguments, errors);
        }

        foreach (var group in type.Fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
        {
            errors.Report($"Field \"{type}.{group.Key}\" can only be defined once.", group.Select(field => field.SyntaxNode));
        }
    }

    private void Interfaces(ComplexType type)
    {
        var met = new HashSet<InterfaceType>();
        foreach (var contract in type.Interfaces)
        {
            if (ReferenceEquals(contract, type))
            {
                errors.Report($"Type {type} cannot implement itself because it would create a circular reference.", FaultPlaces.NamesIn(type, contract));
                continue;
            }

            if (!met.Add(contract))
            {
                errors.Report($"Type {type} can only implement {contract} once.", FaultPlaces.NamesIn(type, contract));
                continue;
            }

            ImplementsAncestors(type, contract);
            foreach (var expected in contract.Fields)
            {
                Implements(type, contract, expected);
            }
        }
    }

    private void ImplementsAncestors(ComplexType type, InterfaceType contract)
    {
        foreach (var ancestor in contract.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            errors.Report(
                ReferenceEquals(ancestor, type)
                    ? $"Type {type} cannot implement {contract} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {contract}.",
                FaultPlaces.NamesIn(contract, ancestor).Concat(FaultPlaces.NamesIn(type, contract)));
        }
    }

    private void Implements(ComplexType type, InterfaceType contract, OutputField expected)
    {
        var name = expected.Name;
        if (!type.Fields.TryGet(name, out var field))
        {
            errors.Report($"Interface field {contract}.{name} expected but {type} does not provide it.", FaultPlaces.DefinitionsOf(type).Prepend(expected.SyntaxNode));
            return;
        }

        if (!schema.IsSubType(field.Type, expected.Type))
        {
            errors.Report(
                $"Interface field {contract}.{name} expects type {expected.Type} but {type}.{name} is type {field.Type}.",
                FaultPlaces.TypeOf(expected.SyntaxNode),
                FaultPlaces.TypeOf(field.SyntaxNode));
        }

        foreach (var argument in expected.Arguments)
        {
            if (!field.Arguments.TryGet(argument.Name, out var given))
            {
                errors.Report(
                    $"Interface field argument {contract}.{name}({argument.Name}:) expected but {type}.{name} does not provide it.",
                    argument.SyntaxNode,
                    field.SyntaxNode);
            }
            else if (given.Type.ToString() != argument.Type.ToString())
            {
                errors.Report(
                    $"Interface field argument {contract}.{name}({argument.Name}:) expects type {argument.Type} but {type}.{name}({argument.Name}:) is type {given.Type}.",
                    FaultPlaces.TypeOf(argument.SyntaxNode),
                    FaultPlaces.TypeOf(given.SyntaxNode));
            }
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && !expected.Arguments.Contains(argument.Name)))
        {
            errors.Report(
                $"Object field {type}.{name} includes required argument {argument.Name} that is missing from the Interface field {contract}.{name}.",
                argument.SyntaxNode,
                expected.SyntaxNode);
        }

        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            errors.Report(
                $"Interface field {contract}.{name} is not deprecated, so implementation field {type}.{name} must not be deprecated.",
                expected.SyntaxNode,
                field.SyntaxNode);
        }
    }
}
