using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Collects the problems of a schema.</summary>
internal sealed class SchemaErrors
{
    private readonly List<GraphQLError> errors = [];

    public int Count => errors.Count;

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) => errors.Add(new GraphQLError
    {
        Message = message,
        Locations = [.. nodes.Where(node => node?.Location is not null).Select(node => new SourceLocation(node!.Location!.Line, node.Location.Column))],
    });

    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new SchemaException([.. errors]);
        }
    }
}
