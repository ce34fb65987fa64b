using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Execution.Cost;

/// <summary>The static analysis of the IBM GraphQL cost specification.</summary>
public class StaticCostTests
{
    private static readonly CostProbe Shop = new("""
        directive @approximate(tolerance: Float @cost(weight: "-1.5")) on FIELD
        directive @trace(level: Int! @cost(weight: "2")) on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT
        scalar Blob @cost(weight: "3")
        interface Item { id: ID! maker: Maker }
        type Book implements Item { id: ID! maker: Maker title: String author: Author pages: [Page] chapters: [[Page]] cover: Blob }
        type Film implements Item @cost(weight: "4") { id: ID! maker: Maker director: Author @cost(weight: "7") }
        type Author { name: String age: Int @cost(weight: "2.0") books(first: Int, last: Int): BookConnection
          @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 10, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false) }
        type Maker { name: String }
        type Page { number: Int }
        type BookConnection { edges: [BookEdge] nodes: [Book] total: Int }
        type BookEdge { node: Book }
        input Filter { text: String max: Int deep: Filter all: [Filter!] slow: Boolean @cost(weight: "5") kind: [Int!] page: Int = 3 @cost(weight: "1") }
        type Query {
          book: Book
          hello(name: String): String
          items: [Item] @listSize(assumedSize: 3)
          authors(max: Int): [Author] @listSize(slicingArguments: ["max"])
          several(max: Int = 4, min: Int): [Author] @listSize(slicingArguments: ["max", "min"])
          search(filter: Filter, exact: Boolean @cost(weight: "-3"), filters: [Filter!]): [Book] @cost(weight: "6") @listSize(slicingArguments: ["filter.max"], requireOneSlicingArgument: false, assumedSize: 20)
          plain: [Book]
          texts: [String]
        }
        """);

    [Theory]
    [InlineData("{ hello }", 0, 1)]
    [InlineData("{ a: hello b: hello }", 0, 1)]
    [InlineData("{ book { title } }", 1, 2)]
    [InlineData("{ book { title author { name } } }", 2, 3)]
    [InlineData("{ book { author { age } } }", 4, 3)]
    [InlineData("{ book { cover } }", 1, 5)]
    [InlineData("{ texts }", 0, 1)]
    [InlineData("{ __typename }", 0, 1)]
    public Task Fields_and_types_weigh_as_the_specification_says(string document, double field, double type) => CostsAsync(document, field, type);

    [Theory]
    [InlineData("{ authors(max: 5) { age } }", 11, 6)]
    [InlineData("{ authors(max: 0) { age } }", 1, 1)]
    [InlineData("{ authors(max: -5) { age } }", 1, 1)]
    [InlineData("{ items { id } }", 1, 13)]
    [InlineData("{ plain { title } }", 1, 11)]
    [InlineData("{ plain { author { age } } }", 31, 21)]
    [InlineData("{ book { pages { number } } }", 2, 12)]
    [InlineData("{ book { chapters { number } } }", 2, 102)]
    [InlineData("{ authors(max: 3) { books(first: 2) { nodes { author { age } } } } }", 25, 19)]
    public Task Lists_multiply_what_is_below_them(string document, double field, double type) => CostsAsync(document, field, type);

    [Theory]
    [InlineData("{ book { author { books(first: 3) { nodes { title } } } } }", 4, 7)]
    [InlineData("{ book { author { books(last: 3) { edges { node { title } } } } } }", 7, 10)]
    [InlineData("{ book { author { books { nodes { title } } } } }", 4, 14)]
    [InlineData("{ book { author { books(first: 3, last: 6) { nodes { title } } } } }", 4, 10)]
    [InlineData("{ book { author { books(first: 3) { total } } } }", 3, 4)]
    public Task A_connection_hands_its_size_to_its_edges_and_nodes(string document, double field, double type) => CostsAsync(document, field, type);

    [Theory]
    [InlineData("{ items { ... on Book { author { name } } ... on Film { director { name } } } }", 22, 16)]
    [InlineData("{ items { ... on Book { author { age } } } }", 10, 13)]
    [InlineData("{ items { maker { name } } }", 4, 16)]
    public Task Of_types_that_exclude_each_other_the_dearest_counts(string document, double field, double type) => CostsAsync(document, field, type);

    [Theory]
    [InlineData("{ search { title } }", 6, 21)]
    [InlineData("{ search(exact: true) { title } }", 3, 21)]
    [InlineData("{ search(filter: {text: \"a\"}) { title } }", 8, 21)]
    [InlineData("{ search(filter: {slow: true}) { title } }", 13, 21)]
    [InlineData("{ search(filter: {max: 2}) { title } }", 8, 3)]
    [InlineData("{ search(filter: {deep: {deep: {slow: true}}}) { title } }", 17, 21)]
    [InlineData("{ search(filters: [{slow: true}, {}]) { title } }", 15, 21)]
    [InlineData("{ search(filters: {slow: true}) { title } }", 13, 21)]
    [InlineData("{ search(filter: {all: [{}, {}, {}]}) { title } }", 14, 21)]
    [InlineData("{ book @approximate(tolerance: 0.5) { author @approximate(tolerance: 1) { age } } }", 2, 3)]
    [InlineData("query @trace(level: 1) { book @trace(level: 1) { ...F @trace(level: 2) ... @trace(level: 3) { id } } } fragment F on Book { title }", 9, 2)]
    public Task Arguments_input_objects_and_directives_weigh_too(string document, double field, double type) => CostsAsync(document, field, type);

    [Theory]
    [InlineData("{ authors(max: 5) { age } }", "query ($n: Int) { authors(max: $n) { age } }", "{\"n\": 5}")]
    [InlineData("{ authors(max: 5) { age } }", "query ($n: Int = 5) { authors(max: $n) { age } }", "{}")]
    [InlineData("{ search { title } }", "query ($f: Filter) { search(filter: $f) { title } }", "{}")]
    [InlineData("{ search(filter: null) { title } }", "query ($f: Filter) { search(filter: $f) { title } }", "{\"f\": null}")]
    [InlineData("{ search(filter: {slow: true, max: 2, all: [{}, {deep: {}}]}) { title } }", "query ($f: Filter) { search(filter: $f) { title } }", "{\"f\": {\"slow\": true, \"max\": 2, \"all\": [{}, {\"deep\": {}}]}}")]
    [InlineData("{ search(filter: {slow: true, all: {}}) { title } }", "query ($s: Boolean, $o: Filter!) { search(filter: {slow: $s, all: [$o]}) { title } }", "{\"s\": true, \"o\": {}}")]
    [InlineData("{ search(filters: [{}, {}]) { title } }", "query ($f: [Filter!]) { search(filters: $f) { title } }", "{\"f\": [{}, {}]}")]
    [InlineData("{ search(filters: [{}]) { title } }", "query ($f: [Filter!]) { search(filters: $f) { title } }", "{\"f\": {}}")]
    [InlineData("{ book { title author { age } } }", "query ($a: Boolean!) { book { title author @include(if: $a) { age } } }", "{\"a\": true}")]
    [InlineData("{ book { title } }", "query ($a: Boolean!) { book { title author @include(if: $a) { age } } }", "{\"a\": false}")]
    public async Task A_variable_costs_what_a_literal_costs(string literal, string document, string variables) =>
        Assert.Equal(await Shop.CostOfAsync(literal), await Shop.CostOfAsync(document, variables));

    [Theory]
    [InlineData("{ book { title } book { author { age } } book { title } }", "{ book { title author { age } } }")]
    [InlineData("{ ...A ...B } fragment A on Query { book { title ...C } } fragment B on Query { book { ...C } } fragment C on Book { author { age } }", "{ book { title author { age } } }")]
    [InlineData("{ ... on Query { ... { book { id } } } }", "{ book { id } }")]
    public async Task What_is_merged_costs_once(string document, string merged) =>
        Assert.Equal(await Shop.CostOfAsync(merged), await Shop.CostOfAsync(document));

    [Fact]
    public async Task An_alias_costs_like_the_field() => await CostsAsync("{ a: book { id } b: book { id } c: authors(max: 2) { age } d: authors(max: 3) { age } }", 14, 8);

    [Theory]
    [InlineData("{ several(max: 1, min: 2) { name } }", null, false)]
    [InlineData("{ several { name } }", null, true)]
    [InlineData("{ several(min: 1) { name } }", null, true)]
    [InlineData("{ authors { name } }", null, false)]
    [InlineData("{ authors(max: null) { name } }", null, false)]
    [InlineData("query ($n: Int) { authors(max: $n) { name } }", "{}", false)]
    [InlineData("query ($n: Int) { authors(max: $n) { name } }", "{\"n\": 1}", true)]
    public async Task Exactly_one_slicing_argument_is_asked_for_where_it_is_required(string document, string? variables, bool isRight)
    {
        var answer = await Shop.SendAsync(document, variables);

        Assert.Equal(isRight, answer["errors"] is null);
        if (!isRight)
        {
            Assert.Contains("Exactly one slicing argument of field", answer["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal("BAD_USER_INPUT", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task What_is_too_large_for_a_number_is_refused_like_what_is_too_large_for_the_limit()
    {
        var document = "{ authors(max: 2147483647) { a: books(first: 2147483647) { nodes { author { books(first: 2147483647) { nodes { id } } } } } } }";

        var answer = await Shop.SendAsync(document);

        Assert.Equal("COST_EXCEEDED", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal((1e15, 1e15), await Shop.CostOfAsync(document));
    }

    [Fact]
    public async Task Introspection_costs_by_the_size_of_the_schema()
    {
        var (once, _) = await Shop.CostOfAsync("{ __schema { types { name fields { name type { name ofType { name } } } } } }");
        var (deeper, _) = await Shop.CostOfAsync("{ __schema { types { name fields { name type { name ofType { name fields { name type { name } } } } } } } }");

        Assert.InRange(once, 201, 300);
        Assert.True(deeper - 200 > 2 * (once - 200));
    }

    [Fact]
    public void A_schema_whose_costs_make_no_sense_stops_the_start_with_every_fault()
    {
        var error = Assert.Throws<SchemaException>(() => new CostProbe("""
            type Query {
              a: Int @cost(weight: "dear")
              b(first: Int): [Int] @listSize(slicingArguments: ["frist"])
              c: Query @listSize(sizedFields: ["a"])
              d: Int @listSize(assumedSize: 1)
            }
            """));

        Assert.Equal(
        [
            "Query.a has the weight \"dear\" in its @cost, which is not a number.",
            "Query.b has the slicing argument \"frist\" in its @listSize, which it does not take.",
            "Query.c has the sized field \"a\" in its @listSize, which is no list of Query.",
            "Query.d has a @listSize, but is no list and names no sized fields.",
        ], error.Errors.Select(problem => problem.Message));
    }

    private static async Task CostsAsync(string document, double field, double type) =>
        Assert.Equal((field, type), await Shop.CostOfAsync(document));
}
