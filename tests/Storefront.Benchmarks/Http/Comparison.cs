namespace Storefront.Benchmarks.Http;

/// <summary>The same answer by two ways.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="GraphQL">Through the engine.</param>
/// <param name="HandWritten">From the route that was written by hand.</param>
/// <param name="ReadsDatabase">Whether it cannot be answered from memory.</param>
internal sealed record Comparison(string Name, RawRequest GraphQL, RawRequest HandWritten, bool ReadsDatabase);
