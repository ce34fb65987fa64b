using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Collects the problems of a schema.</summary>
internal sealed class SchemaErrors
{
    private readonly List<GraphQLError> errors = [];

    public int Count => errors.Count;

    public bool Any(Predicate<GraphQLError> condition) => errors.Exists(condition);

    /// <summary>Adds a problem, unless the rules for documents have found it already or it is known at the same place.</summary>
    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) => Add(new GraphQLError
    {
        Message = message,
        Locations = [.. nodes.Where(node => node?.Location is not null).Select(node => new SourceLocation(node!.Location!.Line, node.Location.Column))],
    });

    /// <summary>Adds what the rules for documents have found.</summary>
    public void AddRange(IEnumerable<GraphQLError> found) => errors.AddRange(found);

    private void Add(GraphQLError error)
    {
        if (!errors.Exists(known => known.Message == error.Message && (known.Rule is not null || known.Locations.SequenceEqual(error.Locations))))
        {
            errors.Add(error);
        }
    }

    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new SchemaException([.. errors]);
        }
    }
}
