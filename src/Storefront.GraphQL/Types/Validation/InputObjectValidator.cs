namespace Storefront.GraphQL.Types.Validation;

/// <summary>What input object types must be (section 3.10, "Type Validation").</summary>
internal sealed class InputObjectValidator(SchemaErrors errors)
{
    private readonly HashSet<InputObjectType> visited = [];
    private readonly List<(InputObjectType Type, InputValue Field)> path = [];

    public void Validate(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            errors.Report($"Input Object type {type} must define one or more fields.", FaultPlaces.DefinitionsOf(type));
        }

        foreach (var field in type.Fields)
        {
            NameRules.Check(field.Name, field.SyntaxNode, errors);
            if (!field.Type.NamedType.IsInputType)
            {
                errors.Report($"The type of {type}.{field.Name} must be Input Type but got: {field.Type}.", FaultPlaces.TypeOf(field.SyntaxNode));
            }

            if (field.IsRequired && field.DeprecationReason is not null)
            {
                errors.Report($"Required input field {type}.{field.Name} cannot be deprecated.", FaultPlaces.DeprecationOf(field.SyntaxNode));
            }

            if (type.IsOneOf && field.Type.IsNonNull)
            {
                errors.Report($"OneOf input field {type}.{field.Name} must be nullable.", FaultPlaces.TypeOf(field.SyntaxNode));
            }

            if (type.IsOneOf && field.DefaultValue is not null)
            {
                errors.Report($"OneOf input field {type}.{field.Name} cannot have a default value.", field.SyntaxNode);
            }
        }

        foreach (var group in type.Fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
        {
            errors.Report($"Field \"{type}.{group.Key}\" can only be defined once.", group.Select(field => field.SyntaxNode));
        }

        CircularReferences(type);
    }

    // A non-null chain back to the start could never be given a finite value.
    private void CircularReferences(InputObjectType type)
    {
        if (!visited.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (!field.Type.IsNonNull || field.Type.Nullable is not InputObjectType next)
            {
                continue;
            }

            path.Add((type, field));
            var start = path.FindIndex(step => ReferenceEquals(step.Type, next));
            if (start < 0)
            {
                CircularReferences(next);
            }
            else
            {
                var cycle = path[start..];
                errors.Report(
                    $"Cannot reference Input Object \"{next}\" within itself through a series of non-null fields: \"{string.Join('.', cycle.Select(step => step.Field.Name))}\".",
                    cycle.Select(step => step.Field.SyntaxNode));
            }

            path.RemoveAt(path.Count - 1);
        }
    }
}
