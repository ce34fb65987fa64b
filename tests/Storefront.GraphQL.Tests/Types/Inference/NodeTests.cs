using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class NodeTests
{
    private static readonly Guid Account = new("0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f");

    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddTypeExtension(typeof(TicketType))
        .AddTypeExtension(typeof(PlanType)));

    [Fact]
    public void A_type_with_a_node_resolver_is_a_node()
    {
        Assert.Equal("type Ticket implements Node {\n  subject: String!\n  id: ID!\n}", Fixture.Print("Ticket"));
        Assert.Contains("node(", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("): [Node]!", Fixture.Print("Query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_finds_its_object_again()
    {
        var id = NodeIdSerializer.Format("Ticket", new TicketKey(new AccountId(Account), 7));

        Assert.Equal($$"""{"data":{"ticket":{"id":"{{id}}"} } }""".Replace(" ", string.Empty, StringComparison.Ordinal), await Fixture.ExecuteAsync("{ ticket { id } }"));
        Assert.Equal(
            """{"data":{"node":{"__typename":"Ticket","subject":"Number 7"}}}""",
            await Fixture.ExecuteAsync("query($id: ID!) { node(id: $id) { __typename ... on Ticket { subject } } }", new { id }));
    }

    [Fact]
    public async Task Nodes_keeps_the_order_and_leaves_gaps()
    {
        var ids = new[] { NodeIdSerializer.Format("Plan", "care:plus%"), NodeIdSerializer.Format("Ticket", new TicketKey(new AccountId(Account), 404)) };

        Assert.Equal(
            """{"data":{"nodes":[{"__typename":"Plan"},null]}}""",
            await Fixture.ExecuteAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", new { ids }));
    }

    [Theory]
    [InlineData("{ node(id: \"x\") { id } }")]
    [InlineData("{ node(id: \"Tm9wZTox\") { id } }")]
    [InlineData("{ subject(ticket: \"UGxhbjp4\") }")]
    public async Task What_is_no_id_is_refused(string document) =>
        Assert.Contains("BAD_USER_INPUT", await Fixture.ExecuteAsync(document), StringComparison.Ordinal);

    [Fact]
    public async Task An_argument_takes_the_id_of_a_type()
    {
        var id = NodeIdSerializer.Format("Ticket", new TicketKey(new AccountId(Account), 9));

        Assert.Equal("""{"data":{"subject":"9"}}""", await Fixture.ExecuteAsync("query($id: ID!) { subject(ticket: $id) }", new { id }));
        Assert.Equal("""{"data":{"same":"0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f"}}""", await Fixture.ExecuteAsync("query($id: ID!) { same(id: $id) }", new { id = Account }));
    }

    [Fact]
    public void The_id_s_type_must_be_the_key_s() => Assert.Contains(
        "Plan.id gives a System.String, but the node resolver of Plan takes a System.Int32.",
        SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Query)).AddTypeExtension(typeof(WrongPlanType)).AddTypeExtension(typeof(TicketType))));

    public readonly record struct AccountId(Guid Value);

    public readonly record struct TicketKey(AccountId Account, int Number);

    public sealed record Ticket(AccountId Account, int Number)
    {
        public string Subject => $"Number {Number}";
    }

    public sealed record Plan(string Id);

    public static class Query
    {
        public static Ticket Ticket() => new(new AccountId(Account), 7);

        public static Plan Plan() => new("care:plus%");

        public static string Subject([ID<Ticket>] TicketKey ticket) => $"{ticket.Number}";

        [ID]
        public static Guid Same([ID] Guid id) => id;
    }

    [ObjectType<Ticket>]
    public static class TicketType
    {
        public static void Configure(GraphQL.Types.Descriptors.IObjectTypeDescriptor<Ticket> descriptor)
        {
            descriptor.BindFieldsExplicitly();
            descriptor.Field(ticket => ticket.Subject);
        }

        public static TicketKey GetId([Parent] Ticket ticket) => new(ticket.Account, ticket.Number);

        [NodeResolver]
        public static Task<Ticket?> FindAsync(TicketKey key, CancellationToken cancellationToken) =>
            Task.FromResult(key.Number == 404 ? null : new Ticket(key.Account, key.Number));
    }

    [ObjectType<Plan>]
    public static class PlanType
    {
        [NodeResolver]
        public static Plan? Find(string key) => new(key);
    }

    [ObjectType<Plan>]
    public static class WrongPlanType
    {
        [NodeResolver]
        public static Plan? Find(int key) => new($"{key}");
    }
}
