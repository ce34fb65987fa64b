namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>A token that everybody may try, as a sandbox has them. It becomes an <c>Authorization</c> header in the explorer.</summary>
/// <param name="Title">Whose it is, in the reader's language.</param>
/// <param name="Token">The bearer token. It is written into the page.</param>
public sealed record ExplorerToken(string Title, string Token);
