namespace Storefront.GraphQL.Types.Validation;

/// <summary>What the arguments of a field or directive must be (section 3.6.1).</summary>
internal static class ArgumentRules
{
    public static void Check(string parent, FieldCollection<InputValue> arguments, SchemaErrors errors)
    {
        foreach (var argument in arguments)
        {
            NameRules.Check(argument.Name, argument.SyntaxNode, errors);
            if (!argument.Type.NamedType.IsInputType)
            {
                errors.Report($"The type of {parent}({argument.Name}:) must be Input Type but got: {argument.Type}.", FaultPlaces.TypeOf(argument.SyntaxNode));
            }

            if (argument.IsRequired && argument.DeprecationReason is not null)
            {
                errors.Report($"Required argument {parent}({argument.Name}:) cannot be deprecated.", FaultPlaces.DeprecationOf(argument.SyntaxNode));
            }
        }

        foreach (var group in arguments.GroupBy(argument => argument.Name).Where(group => group.Count() > 1))
        {
            errors.Report($"Argument \"{parent}({group.Key}:)\" can only be defined once.", group.Select(argument => argument.SyntaxNode));
        }
    }
}
