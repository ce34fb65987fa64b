using Microsoft.AspNetCore.Builder;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>A wrong schema of classes stops the start, and every fault of it is named.</summary>
public sealed class SchemaFaultTests
{
    private static readonly string[] Faults =
    [
        "\"__hidden\"",
        "Required argument Query.size(old:) cannot be deprecated.",
        "\"two words\"",
        "Query.find(by:) has invalid default value",
        "Shelf extends Missing",
        "Type Empty must define one or more fields.",
        "Cannot reference Input Object",
        "Query.lost: Storefront.GraphQL.Tests.Types.Inference.SchemaFaultTests+Item has no property Nope to page by.",
        "Query.astray: the key \"Id sideways\" is not a property with asc or desc behind it.",
        "Query.written is of the type [, which cannot be read:",
        "Query.heavy",
        "Subscription.told listens to the topic \"told-{who}\", but has no argument who.",
    ];

    [Fact]
    public void All_faults_of_all_classes_are_listed_at_once()
    {
        var problems = SchemaFixture.ProblemsOf(AddFaults);

        Assert.True(problems.Count >= 10, string.Join('\n', problems));
        Assert.All(Faults, fault => Assert.Contains(problems, problem => problem.Contains(fault, StringComparison.Ordinal)));
        Assert.Equal(problems.Distinct(), problems);
    }

    [Fact]
    public void The_endpoint_is_not_mapped_and_the_message_names_every_fault()
    {
        var builder = WebApplication.CreateSlimBuilder();
        AddFaults(builder.Services.AddGraphQLServer());
        using var app = builder.Build();

        var exception = Assert.Throws<SchemaException>(() => app.MapGraphQL());

        Assert.StartsWith($"The schema has {exception.Errors.Count} problems:", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Errors, error => Assert.Contains(error.Message, exception.Message, StringComparison.Ordinal));
    }

    private static void AddFaults(IRequestExecutorBuilder builder) => builder
        .AddQueryType(typeof(Query))
        .AddSubscriptionType(typeof(Subscription))
        .AddTypeExtension(typeof(Shelf));

    public static class Query
    {
        public static void Nothing()
        {
        }

        [GraphQLName("two words")]
        public static int Words() => 1;

        public static int Find([DefaultValueSyntax("\"x\"")] int? by) => by ?? 0;

        [UseSorting]
        public static int Sorted() => 1;

        public static int Parsed([DefaultValueSyntax("{")] int? at) => at ?? 0;

        [GraphQLName("__hidden")]
        public static int Hidden() => 1;

        public static int Size([GraphQLDeprecated("Old.")] int old) => old;

        public static Empty Empty() => new();

        [UsePaging(Keys = ["Nope"])]
        public static IQueryable<Item> Lost() => Array.Empty<Item>().AsQueryable();

        [UsePaging(Keys = ["Id sideways"])]
        public static IQueryable<Item> Astray() => Array.Empty<Item>().AsQueryable();

        [GraphQLType("[")]
        public static int Written() => 1;

        [Cost(double.NaN)]
        public static int Heavy() => 1;

        public static string Circle(Loop loop) => loop.GetType().Name;
    }

    public static class Subscription
    {
        public static int Silent() => 1;

        [Subscribe]
        [Topic("told-{who}")]
        public static int Told([EventMessage] int number) => number;
    }

    [ExtendObjectType("Missing")]
    public static class Shelf
    {
        public static int Height() => 1;
    }

    public sealed record Item(int Id);

    public sealed class Empty;

    public sealed class Loop
    {
        public required Loop Next { get; init; }
    }
}
