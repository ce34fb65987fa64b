namespace Storefront.Benchmarks.Http;

/// <summary>The same answer by several ways.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="GraphQL">Through the engine.</param>
/// <param name="HandWritten">From the route that was written by hand, of which the others are a share.</param>
/// <param name="Others">From servers that are not of this project.</param>
internal sealed record Comparison(string Name, Side GraphQL, Side HandWritten, IReadOnlyList<Side> Others)
{
    public IReadOnlyList<Side> Sides => [GraphQL, HandWritten, .. Others];
}
