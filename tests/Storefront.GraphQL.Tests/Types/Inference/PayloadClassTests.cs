using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>Payloads that are classes of their own, and fields that are added to types that no class stands for.</summary>
public sealed class PayloadClassTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddMutationType(typeof(Mutation))
        .AddTypeExtension(typeof(MoreOfMoving))
        .AddTypeExtension(typeof(MoreOfCounting))
        .AddTypeExtension(typeof(MoreOfTheConnection))
        .AddTypeExtension(typeof(MoreOfTheEdge))
        .AddMutationConventions());

    [Fact]
    public void Methods_ids_and_lists_of_a_payload_class_are_fields()
    {
        var payload = Fixture.Print("MovePayload");

        foreach (var field in new[] { "id: ID\n", "secret: String\n", "length: Int\n", "steps(", "): StepConnection\n", "later(by: Int!): Int\n", "again: Int\n", "errors: [MoveError!]\n" })
        {
            Assert.Contains(field, payload, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task They_are_asked_of_the_payload() => Assert.Equal(
        """{"data":{"move":{"id":"TW92ZTo3","length":2,"steps":{"nodes":[{"number":2}],"size":2,"edges":[{"place":"first"}]},"later":9,"again":14,"errors":null}}}""",
        await Fixture.ExecuteAsync("mutation { move(input: { number: 7 }) { id length steps(first: 1, order: [{ number: DESC }]) { nodes { number } size edges { place } } later(by: 2) again errors { __typename } } }"));

    [Fact]
    public async Task Each_is_null_where_the_mutation_was_refused() => Assert.Equal(
        """{"data":{"move":{"id":null,"length":null,"steps":null,"later":null,"again":null,"errors":[{"__typename":"NowhereError"}]}}}""",
        await Fixture.ExecuteAsync("mutation { move(input: { number: 0 }) { id length steps(first: 1) { nodes { number } } later(by: 2) again errors { __typename } } }"));

    [Fact]
    public async Task What_is_demanded_of_the_reader_of_a_property_holds()
    {
        var response = await Fixture.ExecuteAsync("mutation { move(input: { number: 7 }) { length secret } }");

        Assert.Contains("\"secret\":null", response, StringComparison.Ordinal);
        Assert.Contains("UNAUTHENTICATED", response, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_of_one_value_can_be_extended_by_its_name() => Assert.Equal(
        """{"data":{"count":{"int":3,"query":"as it is now"}}}""",
        await Fixture.ExecuteAsync("mutation { count { int query } }"));

    public sealed record Step(int Number);

    public sealed class MovePayload(int number)
    {
        [ID("Move")]
        public int Id => number;

        [Authorize]
        public string Secret => $"hidden {number}";

        public Task<int> Length => Task.FromResult(number - 5);

        [UsePaging(Keys = [nameof(Step.Number)])]
        [UseSorting]
        public IQueryable<Step> GetSteps() => new[] { new Step(number - 6), new Step(number - 5) }.AsQueryable();

        [GraphQLName("later")]
        public int Add(int by) => number + by;
    }

    public sealed class NowhereException() : Exception("There is nothing there.");

    public static class Mutation
    {
        [Error<NowhereException>]
        public static MovePayload Move(int number) => number == 0 ? throw new NowhereException() : new MovePayload(number);

        public static int Count() => 3;
    }

    public static class Query
    {
        public static int Ready() => 1;
    }

    [ExtendObjectType("MovePayload")]
    public static class MoreOfMoving
    {
        public static int Again([Parent] MovePayload payload) => 2 * payload.Id;
    }

    [ExtendObjectType("CountPayload")]
    public static class MoreOfCounting
    {
        public static string Query() => "as it is now";
    }

    [ExtendObjectType("StepConnection")]
    public static class MoreOfTheConnection
    {
        public static int Size() => 2;
    }

    [ExtendObjectType("StepEdge")]
    public static class MoreOfTheEdge
    {
        public static string Place() => "first";
    }
}
