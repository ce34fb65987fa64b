namespace Storefront.GraphQL.Types.Pagination;

/// <summary>What holds for connections whose <c>[UsePaging]</c> does not say otherwise.</summary>
public sealed class PagingOptions
{
    /// <summary>Items a page where neither <c>first</c> nor <c>last</c> is given. 10 unless set.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>The most that <c>first</c> and <c>last</c> may ask for. 50 unless set.</summary>
    public int MaxPageSize { get; set; } = 50;
}
