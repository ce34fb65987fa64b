namespace Storefront.GraphQL.Types;

/// <summary>A schema that the specification does not allow, with every problem found at once.</summary>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors) : Exception(Describe(errors))
{
    /// <summary>At least one problem, each naming type and field; places where the schema was written as a document.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<GraphQLError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var lines = errors.Select(error => error.Locations is [var place, ..] ? $"{error.Message} ({place.Line}:{place.Column})" : error.Message);
        return errors.Count == 1
            ? lines.First()
            : $"The schema has {errors.Count} problems:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", lines)}";
    }
}
