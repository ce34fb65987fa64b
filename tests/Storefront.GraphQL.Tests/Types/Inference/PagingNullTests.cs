using System.Text.Json;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>Lists that are ordered by what some items do not have.</summary>
public sealed class PagingNullTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .ModifyPagingOptions(options => options.MaxPageSize = 10));

    [Theory]
    [InlineData("size: ASC", "2 3 4 1 5")]
    [InlineData("size: DESC", "5 1 4 3 2")]
    [InlineData("owner: ASC", "1 5 3 2 4")]
    [InlineData("owner: DESC", "4 2 3 5 1")]
    [InlineData("until: ASC", "3 1 2 4 5")]
    [InlineData("until: DESC", "5 4 2 1 3")]
    public async Task Each_item_comes_once_and_what_has_no_value_counts_as_the_greatest(string key, string expected)
    {
        var order = $"[{{ {key} }}, {{ id: {key.Split(' ')[1]} }}]";
        for (var size = 1; size <= 5; size++)
        {
            Assert.Equal(expected, string.Join(' ', await ForwardsAsync(order, size)));
            Assert.Equal(expected, string.Join(' ', await BackwardsAsync(order, size)));
        }
    }

    [Fact]
    public void Fields_that_offer_other_keys_of_the_same_item_have_inputs_of_their_own()
    {
        Assert.Contains("order: [RowSortInput!]", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("order: [QueryBySizeRowSortInput!]", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("input QueryBySizeRowSortInput {\n  size: SortEnumType\n}", Fixture.Print("QueryBySizeRowSortInput"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_says_neither_is_refused()
    {
        var cursor = Convert.ToBase64String("2:7:1"u8).TrimEnd('=');

        var response = await Fixture.ExecuteAsync($"{{ rows(first: 1, order: [{{ size: ASC }}], after: \"{cursor}\") {{ nodes {{ id }} }} }}");

        Assert.Contains("The cursor is not valid for this list and order.", response, StringComparison.Ordinal);
    }

    private static async Task<List<int>> ForwardsAsync(string order, int size)
    {
        var (ids, cursor) = (new List<int>(), "null");
        while (cursor is not null)
        {
            var page = await PageAsync($"first: {size}, after: {cursor}, order: {order}");
            ids.AddRange(Ids(page));
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetRawText() : null;
        }

        return ids;
    }

    private static async Task<List<int>> BackwardsAsync(string order, int size)
    {
        var (ids, cursor) = (new List<int>(), "null");
        while (cursor is not null)
        {
            var page = await PageAsync($"last: {size}, before: {cursor}, order: {order}");
            ids.InsertRange(0, Ids(page));
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty("hasPreviousPage").GetBoolean() ? info.GetProperty("startCursor").GetRawText() : null;
        }

        return ids;
    }

    private static async Task<JsonElement> PageAsync(string arguments)
    {
        var response = await Fixture.ExecuteAsync($"{{ rows({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
        Assert.DoesNotContain("\"errors\"", response, StringComparison.Ordinal);
        return JsonDocument.Parse(response).RootElement.GetProperty("data").GetProperty("rows");
    }

    private static IEnumerable<int> Ids(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32());

    public sealed record Row(int Id, int? Size, string? Owner, DateOnly? Until);

    public static class Query
    {
        private static readonly Row[] Rows =
        [
            new(1, null, "Ana", new DateOnly(2026, 2, 1)),
            new(2, 5, null, new DateOnly(2026, 3, 1)),
            new(3, 6, "Bea", new DateOnly(2026, 1, 1)),
            new(4, 7, null, null),
            new(5, null, "Ana", null),
        ];

        [UsePaging]
        [UseSorting]
        public static IQueryable<Row> GetRows() => Rows.AsQueryable();

        [UseSorting(nameof(Row.Size))]
        public static IQueryable<Row> GetBySize() => Rows.AsQueryable();
    }
}
