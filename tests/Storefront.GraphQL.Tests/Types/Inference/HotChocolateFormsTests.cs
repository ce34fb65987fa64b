using System.Text.Json;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>What somebody writes who comes from HotChocolate does what it does there.</summary>
public sealed class HotChocolateFormsTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddType<CodeType>()
        .AddFiltering()
        .AddSorting()
        .AddAuthorization()
        .AddGlobalObjectIdentification());

    [Fact]
    public async Task An_order_that_does_not_tell_items_apart_is_completed_by_the_id()
    {
        var (ids, cursor) = (new List<int>(), "null");
        while (cursor is not null)
        {
            var response = await Fixture.ExecuteAsync($"{{ books(first: 1, after: {cursor}) {{ nodes {{ number }} pageInfo {{ hasNextPage endCursor }} }} }}");
            var page = JsonDocument.Parse(response).RootElement.GetProperty("data").GetProperty("books");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("number").GetInt32()));
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetRawText() : null;
        }

        Assert.Equal([2, 1, 3], ids);
    }

    [Fact]
    public void An_order_of_items_that_nothing_tells_apart_is_a_fault_of_the_schema() => Assert.Contains(
        SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Alike))),
        problem => problem.Contains("has no property Id, and [UsePaging] no keys", StringComparison.Ordinal));

    [Fact]
    public async Task An_id_that_is_taken_is_given_in_the_same_form()
    {
        var given = JsonDocument.Parse(await Fixture.ExecuteAsync("{ books(first: 1) { nodes { id } } }"))
            .RootElement.GetProperty("data").GetProperty("books").GetProperty("nodes")[0].GetProperty("id").GetString();

        Assert.Equal("""{"data":{"find":2}}""", await Fixture.ExecuteAsync($"{{ find(id: \"{given}\") }}"));
    }

    [Fact]
    public async Task A_node_resolver_counts_on_a_class_that_only_a_field_leads_to()
    {
        Assert.Contains("type Shelf implements Node", Fixture.Print("Shelf"), StringComparison.Ordinal);
        var id = JsonDocument.Parse(await Fixture.ExecuteAsync("{ shelf { id } }")).RootElement.GetProperty("data").GetProperty("shelf").GetProperty("id").GetString();

        Assert.Equal("""{"data":{"node":{"__typename":"Shelf"}}}""", await Fixture.ExecuteAsync($"{{ node(id: \"{id}\") {{ __typename }} }}"));
    }

    [Fact]
    public async Task A_scalar_that_is_added_as_a_type_is_that_of_its_values() => Assert.Equal(
        """{"data":{"code":"X-7"}}""",
        await Fixture.ExecuteAsync("{ code(of: \"X-7\") }"));

    [Fact]
    public async Task A_time_without_a_zone_is_taken_as_UTC() => Assert.Equal(
        """{"data":{"printed":"1961-06-01T00:00:00Z"}}""",
        await Fixture.ExecuteAsync("{ printed }"));

    [Fact]
    public void Json_of_no_known_form_is_no_object_type() => Assert.Contains(
        SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Formless))),
        problem => problem.Contains("System.Text.Json.JsonElement, which has no GraphQL type", StringComparison.Ordinal));

    public sealed record Book([property: ID] int Id, string Genre)
    {
        public int Number => Id;
    }

    public sealed record Code(string Text);

    public sealed class CodeType() : StringScalarType<Code>("Code", "https://codes.example", "A code.")
    {
        protected override bool TryParse(string text, out Code value)
        {
            value = new Code(text);
            return true;
        }

        protected override string Format(Code value) => value.Text;
    }

    [Node]
    public sealed record Shelf(int Id)
    {
        [NodeResolver]
        public static Shelf Get(int id) => new(id);
    }

    public sealed record Same(string Text);

    public static class Query
    {
        [UsePaging]
        public static IQueryable<Book> GetBooks() =>
            new[] { new Book(3, "b"), new Book(1, "b"), new Book(2, "a") }.AsQueryable().OrderBy(book => book.Genre);

        public static int Find([ID<Book>] int id) => id;

        public static Shelf Shelf() => new(4);

        public static Code Code(Code of) => of;

        public static DateTime Printed() => new(1961, 6, 1);
    }

    public static class Alike
    {
        [UsePaging]
        [UseSorting]
        public static IQueryable<Same> GetSame() => Array.Empty<Same>().AsQueryable();
    }

    public static class Formless
    {
        public static JsonElement Any() => default;
    }
}
