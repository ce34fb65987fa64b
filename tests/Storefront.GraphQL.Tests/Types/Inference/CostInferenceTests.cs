using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>What C# says of costs, as the schema prints it.</summary>
public sealed class CostInferenceTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query)).AddTypeExtension(typeof(ShelfType)).ModifyOptions(options => options.DefaultResolverCost = 10));

    [Fact]
    public void Attributes_and_descriptors_become_directives() => Assert.Equal(
        """
        type Query {
          cheap: Int!
          dear: Int! @cost(weight: "2.5")
          waiting: Int! @cost(weight: "10")
          quick: Int! @cost(weight: "1")
          find(wide: Boolean! @cost(weight: "-1")): [Int!]! @listSize(assumedSize: 7, requireOneSlicingArgument: false)
          first(count: Int!): [Int!]! @listSize(slicingArguments: ["count"], requireOneSlicingArgument: true)
          shelf: Shelf!
        }
        """.ReplaceLineEndings("\n"),
        Print("Query"));

    [Fact]
    public void Types_and_what_knows_nothing_of_GraphQL_can_have_them_too() => Assert.Equal(
        """
        type Shelf @cost(weight: "3") {
          books: [String!]! @cost(weight: "4") @listSize(assumedSize: 5, requireOneSlicingArgument: false)
        }
        """.ReplaceLineEndings("\n"),
        Print("Shelf"));

    private static string Print(string type) => Fixture.Schema.TryGetType(type, out var found) ? SchemaPrinter.Print(found) : "";

    public static class Query
    {
        public static int Cheap() => 1;

        [Cost(2.5)]
        public static int Dear() => 1;

        public static Task<int> Waiting() => Task.FromResult(1);

        [Cost(1)]
        public static Task<int> Quick() => Task.FromResult(1);

        [ListSize(AssumedSize = 7)]
        public static List<int> Find([Cost(-1)] bool wide) => wide ? [1] : [];

        [ListSize(SlicingArguments = ["count"])]
        public static List<int> First(int count) => [count];

        public static Shelf Shelf() => new(["a"]);
    }

    [Cost(3)]
    public sealed record Shelf(IReadOnlyList<string> Books);

    [ObjectType<Shelf>]
    public static class ShelfType
    {
        public static void Configure(IObjectTypeDescriptor<Shelf> descriptor) => descriptor.Field(shelf => shelf.Books).Cost(4).ListSize(5);
    }
}
