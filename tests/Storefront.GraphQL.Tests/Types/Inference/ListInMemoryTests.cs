using System.Text.Json;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>A list in memory is filtered, ordered and paged as a query of the same items is.</summary>
public sealed class ListInMemoryTests
{
    private static readonly Part[] Parts =
    [
        .. Enumerable.Range(1, 24).Select(id => new Part(id, $"part {id % 5}", id % 4 == 0 ? null : id % 7, (Grade)(id % 3), id % 2 == 0, new DateOnly(2026, 1, 1 + (id % 9)), new Mark((id * 7) % 5))),
    ];

    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddTypeConverter<Mark, int>(mark => mark.Value)
        .AddTypeConverter<int, Mark>(value => new Mark(value))
        .BindRuntimeType<Mark>(IntType.Instance));

    [Theory]
    [InlineData("order: [{ name: ASC }]")]
    [InlineData("order: [{ size: DESC }, { day: ASC }]")]
    [InlineData("order: [{ size: ASC }, { name: DESC }]")]
    [InlineData("order: [{ grade: DESC }, { isNew: ASC }]")]
    [InlineData("where: { size: { gt: 2 } }, order: [{ id: ASC }]")]
    [InlineData("where: { size: { eq: null } }, order: [{ day: DESC }]")]
    [InlineData("where: { name: { in: [\"part 1\", \"part 3\"] }, grade: { neq: FINE } }, order: [{ id: ASC }]")]
    [InlineData("where: { name: { endsWith: \"4\" }, day: { gte: \"2026-01-03\", lt: \"2026-01-08\" } }, order: [{ isNew: DESC }]")]
    [InlineData("where: { isNew: { eq: true }, size: { nin: [1, 2] } }, order: [{ id: DESC }]")]
    public async Task Pages_of_a_list_are_those_of_a_query(string arguments)
    {
        foreach (var size in (int[])[1, 4, 7])
        {
            Assert.Equal(await PagesAsync("queried", arguments, "first", size), await PagesAsync("listed", arguments, "first", size));
            Assert.Equal(await PagesAsync("queried", arguments, "last", size), await PagesAsync("listed", arguments, "last", size));
            Assert.Equal(await PagesAsync("queried", arguments, "first", size), await PagesAsync("asQueryable", arguments, "first", size));
        }
    }

    [Theory]
    [InlineData("order: [{ mark: ASC }]", "0 1 2 3 4")]
    [InlineData("order: [{ mark: DESC }]", "4 3 2 1 0")]
    public async Task What_is_compared_with_its_own_kind_alone_can_be_an_order(string arguments, string expected)
    {
        var answer = await Fixture.ExecuteAsync($"{{ plain({arguments}) {{ mark }} }}");

        Assert.Equal(expected, string.Join(' ', answer.Where(char.IsDigit).Distinct()));
    }

    [Fact]
    public async Task A_list_without_keys_keeps_its_order_until_it_is_asked_for_another()
    {
        Assert.Equal(
            """{"data":{"reversed":{"nodes":[{"id":24},{"id":23}]}}}""",
            await Fixture.ExecuteAsync("{ reversed(first: 2) { nodes { id } } }"));
        Assert.Equal(
            """{"data":{"reversed":{"nodes":[{"id":5},{"id":10}]}}}""",
            await Fixture.ExecuteAsync("{ reversed(first: 2, order: [{ name: ASC }]) { nodes { id } } }"));
    }

    // All pages with their cursors, one after the other.
    private static async Task<string> PagesAsync(string field, string arguments, string direction, int size)
    {
        var (cursor, pages) = ("null", new List<string>());
        while (cursor is not null && pages.Count < 30)
        {
            var answer = await Fixture.ExecuteAsync(
                $"{{ page: {field}({direction}: {size}, {(direction == "first" ? "after" : "before")}: {cursor}, {arguments}) {{ totalCount edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
            pages.Add(answer);
            var info = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("page").GetProperty("pageInfo");
            cursor = info.GetProperty(direction == "first" ? "hasNextPage" : "hasPreviousPage").GetBoolean()
                ? info.GetProperty(direction == "first" ? "endCursor" : "startCursor").GetRawText()
                : null;
        }

        return string.Join('\n', pages);
    }

    public static class Query
    {
        [UsePaging(MaxPageSize = 10)]
        [UseFiltering(nameof(Part.Id), nameof(Part.Name), nameof(Part.Size), nameof(Part.Grade), nameof(Part.IsNew), nameof(Part.Day))]
        [UseSorting]
        public static IReadOnlyList<Part> Listed() => [.. Parts.OrderBy(part => part.Id)];

        // Another order than none, so that it is read as a query.
        [UsePaging(MaxPageSize = 10)]
        [UseFiltering(nameof(Part.Id), nameof(Part.Name), nameof(Part.Size), nameof(Part.Grade), nameof(Part.IsNew), nameof(Part.Day))]
        [UseSorting]
        public static IQueryable<Part> Queried() => Parts.AsQueryable().Where(part => part.Id > 0);

        [UsePaging(MaxPageSize = 10)]
        [UseFiltering(nameof(Part.Id), nameof(Part.Name), nameof(Part.Size), nameof(Part.Grade), nameof(Part.IsNew), nameof(Part.Day))]
        [UseSorting]
        public static IQueryable<Part> AsQueryable() => Parts.AsQueryable();

        [UsePaging]
        [UseSorting]
        public static IEnumerable<Part> Reversed() => Parts.Reverse();

        [UseSorting]
        public static Part[] Plain() => Parts;
    }

    public enum Grade
    {
        Fine,
        Fair,
        Poor,
    }

    public sealed record Part(int Id, string Name, int? Size, Grade Grade, bool IsNew, DateOnly Day, Mark Mark);

    /// <summary>Has an order, but not the one of everything.</summary>
    public readonly record struct Mark(int Value) : IComparable<Mark>
    {
        public static bool operator <(Mark left, Mark right) => left.CompareTo(right) < 0;

        public static bool operator <=(Mark left, Mark right) => left.CompareTo(right) <= 0;

        public static bool operator >(Mark left, Mark right) => left.CompareTo(right) > 0;

        public static bool operator >=(Mark left, Mark right) => left.CompareTo(right) >= 0;

        public int CompareTo(Mark other) => Value.CompareTo(other.Value);
    }
}
