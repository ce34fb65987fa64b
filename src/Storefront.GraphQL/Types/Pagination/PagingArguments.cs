namespace Storefront.GraphQL.Types.Pagination;

/// <summary>
/// The arguments of a connection, checked (Relay): a resolver that pages by itself takes them as a parameter and returns a <see cref="Connection{T}"/>.
/// </summary>
/// <param name="First">Items from the beginning, from 0; null where <paramref name="Last"/> is given. The default page size where neither is.</param>
/// <param name="After">The cursor behind which they begin; null for the beginning.</param>
/// <param name="Last">Items from the end, from 0; null where it was not given.</param>
/// <param name="Before">The cursor before which they end; null for the end.</param>
/// <param name="IncludeTotalCount">Whether <c>totalCount</c> was selected.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before, bool IncludeTotalCount);
