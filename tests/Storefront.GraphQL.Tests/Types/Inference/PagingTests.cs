using System.Text.Json;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class PagingTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .ModifyPagingOptions(options => options.MaxPageSize = 5)
        .ModifyPagingOptions(options => options.DefaultPageSize = 2));

    private static readonly Row[] Rows =
    [
        new(1, "a", Kind.Small, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero), null),
        new(2, "b", Kind.Big, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero), 5),
        new(3, "c", Kind.Small, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), 6),
        new(4, "d", Kind.Big, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), 7),
        new(5, "e", Kind.Small, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero), null),
    ];

    [Fact]
    public void A_connection_has_edges_nodes_page_info_and_arguments()
    {
        Assert.Contains("rows(", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("  ): RowConnection!", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("first: Int\n", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("where: RowFilterInput", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("order: [RowSortInput!]", Fixture.Print("Query"), StringComparison.Ordinal);
        foreach (var field in new[] { "edges: [RowEdge!]!", "nodes: [Row!]!", "pageInfo: PageInfo!", "totalCount: Int!" })
        {
            Assert.Contains(field, Fixture.Print("RowConnection"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rows", "3 4 1 2 5")]
    [InlineData("keyed", "5 2 1 4 3")]
    [InlineData("plain", "1 2 3 4 5")]
    public async Task Pages_forwards_give_every_item_once_in_order(string field, string expected)
    {
        var (ids, cursor) = (new List<int>(), "null");
        for (var pages = 0; pages < 5; pages++)
        {
            var page = await PageAsync(field, $"first: 2, after: {cursor}");
            ids.AddRange(Ids(page));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
        }

        Assert.Equal(expected, string.Join(' ', ids));
    }

    [Theory]
    [InlineData("rows", "2 5|4 1|3")]
    [InlineData("keyed", "4 3|2 1|5")]
    [InlineData("plain", "4 5|2 3|1")]
    public async Task Pages_backwards_keep_the_order_within_the_page(string field, string expected)
    {
        var (pages, cursor) = (new List<string>(), "null");
        for (var count = 0; count < 5; count++)
        {
            var page = await PageAsync(field, $"last: 2, before: {cursor}");
            pages.Add(string.Join(' ', Ids(page)));
            if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
            {
                break;
            }

            cursor = page.GetProperty("pageInfo").GetProperty("startCursor").GetRawText();
        }

        Assert.Equal(expected, string.Join('|', pages));
    }

    [Fact]
    public async Task A_page_stays_right_while_items_are_added_before_it()
    {
        var first = await PageAsync("rows", "first: 2");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
        Query.Added.Value = [new Row(0, "z", Kind.Small, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), null)];

        Assert.Equal([1, 2], Ids(await PageAsync("rows", $"first: 2, after: {cursor}")));
    }

    [Theory]
    [InlineData("first: 6", "The argument first must not be more than 5.")]
    [InlineData("first: -1", "The argument first must not be negative.")]
    [InlineData("first: 1, last: 1", "Give either first or last, not both.")]
    [InlineData("after: \"?\"", "The cursor is not valid for this list and order.")]
    [InlineData("after: \"YQ\"", "The cursor is not valid for this list and order.")]
    [InlineData("where: { id: { gt: null } }", "The condition gt needs a value.")]
    [InlineData("where: { id: { eq: null } }", "Id always has a value.")]
    public async Task Bad_arguments_are_refused_with_the_reason(string arguments, string message)
    {
        var response = await Fixture.ExecuteAsync($"{{ rows({arguments}) {{ nodes {{ id }} }} }}");

        Assert.Contains(message, response, StringComparison.Ordinal);
        Assert.Contains("BAD_USER_INPUT", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where: { name: { in: [\"a\", \"b\"] } }", "1 2")]
    [InlineData("where: { kind: { eq: SMALL }, size: { neq: null } }", "3")]
    [InlineData("where: { kind: { nin: [SMALL] } }", "4 2")]
    [InlineData("where: { at: { lt: \"2026-01-03T00:00:00Z\" } }", "3 4")]
    [InlineData("where: { size: { gte: 6, lte: 6 } }", "3")]
    [InlineData("where: { name: { contains: \"c\" } }", "3")]
    [InlineData("order: [{ kind: DESC }, { id: DESC }]", "4 2 5 3 1")]
    [InlineData("order: [{ kind: ASC }]", "3 1 5 4 2")]
    public async Task Items_are_filtered_and_ordered(string arguments, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ids(await PageAsync("rows", $"first: 5, {arguments}"))));

    [Fact]
    public async Task An_order_that_was_asked_for_is_paged_by_its_keys()
    {
        var first = await PageAsync("rows", "first: 2, order: [{ kind: DESC }]");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();

        Assert.Equal([4, 2], Ids(first));
        Assert.Equal([3, 1, 5], Ids(await PageAsync("rows", $"first: 5, order: [{{ kind: DESC }}], after: {cursor}")));
    }

    [Fact]
    public async Task The_total_is_counted_when_it_is_selected() => Assert.Equal(
        """{"data":{"rows":{"totalCount":3},"own":{"totalCount":7,"nodes":[{"id":1}]}}}""",
        await Fixture.ExecuteAsync("{ rows(where: { kind: { eq: SMALL } }) { totalCount } own(first: 1) { totalCount nodes { id } } }"));

    [Fact]
    public async Task The_default_page_is_as_large_as_the_options_say() =>
        Assert.Equal(2, Ids(await PageAsync("rows", "after: null")).Count());

    [Fact]
    public void Connections_state_their_size()
    {
        var field = Fixture.Schema.QueryType!.Fields["rows"];

        var directive = Assert.Single(field.Directives);
        Assert.Equal(
            "@listSize(assumedSize: 5, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 2, sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: false)",
            GraphQL.Language.SyntaxPrinter.Print(directive));
    }

    private static async Task<JsonElement> PageAsync(string field, string arguments)
    {
        var response = await Fixture.ExecuteAsync($"{{ {field}({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
        Assert.DoesNotContain("\"errors\"", response, StringComparison.Ordinal);
        return JsonDocument.Parse(response).RootElement.GetProperty("data").GetProperty(field);
    }

    private static IEnumerable<int> Ids(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32());

    public enum Kind
    {
        Small,
        Big,
    }

    public sealed record Row(int Id, string Name, Kind Kind, DateTimeOffset At, int? Size);

    public static class Query
    {
        internal static AsyncLocal<Row[]?> Added { get; } = new();

        [UsePaging]
        [UseFiltering]
        [UseSorting(nameof(Row.Id), nameof(Row.Kind))]
        public static IQueryable<Row> GetRows() => Rows.Concat(Added.Value ?? []).AsQueryable().OrderBy(row => row.At).ThenBy(row => row.Id);

        [UsePaging(Keys = ["At desc", "Id desc"])]
        public static IReadOnlyList<Row> GetKeyed() => Rows;

        [UsePaging]
        public static IEnumerable<Row> GetPlain() => Rows;

        public static Connection<Row> GetOwn(PagingArguments arguments) => new(
            [.. Rows.Take(arguments.First ?? 0).Select(row => new Edge<Row>(row, "c"))],
            new PageInfo(true, false, "c", "c"),
            arguments.IncludeTotalCount ? 7 : null);
    }
}
