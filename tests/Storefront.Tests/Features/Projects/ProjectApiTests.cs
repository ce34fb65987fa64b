using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Houses;
using Storefront.Features.Projects;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Projects;

/// <summary>Projects over the public API: a customer's program and staff's take one from the inputs to the approval.</summary>
public sealed class ProjectApiTests : IAsyncLifetime
{
    private const string Fields =
        """
        number name status startsOn
        progress { percent finishedTasks taskCount expectedDelivery waits { stageKey owner dueAt answerBy } }
        stages { key name owner status dueAt } inputs { key status use text files { fileName url } }
        tasks { key title finishedAt } days { date owner stageKey isLate } delays { houseDays customerDays }
        forecasts { date reason } total { amount } balance { amount } revisionsUsed revisionsInScope suspension { at }
        documents { title items { text isPending } } accesses { name seenAt } requests { kind status text } messages { kind text }
        events(first: 5) { sequence kind }
        """;

    private StorefrontHost host = null!;

    public async Task InitializeAsync() =>
        host = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = "tecnosoluciones";
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "tecnosoluciones");
        });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task SEN_04_A_status_request_answers_itself_and_each_side_does_its_part_by_the_API_live_and_in_order()
    {
        var buyer = await Buyer.OpenAsync(host);
        var project = await OrderedAsync(buyer);
        using var customer = await ApiProgram.OfCustomerAsync(host, buyer);
        using var staff = await ApiProgram.OfStaffAsync(host);
        using var other = await ApiProgram.OfCustomerAsync(host);
        var listed = await customer.AskAsync("{ account { projects(first: 5) { nodes { id number } totalCount } } }");
        var id = listed.GetProperty("account").GetProperty("projects").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        await using var live = LiveFollower.ByEventStream(
            host.Address, customer.Token, "subscription($id: ID!) { projectEvents(projectId: $id) { sequence kind project { status } ... on ProjectActivity { stageKey inputKey } } }", new { id });
        Assert.Equal("SNAPSHOT", (await live.AfterAsync(1))[0].GetProperty("kind").GetString());

        foreach (var input in new[] { "logo", "texts", "pictures", "data" })
        {
            await customer.AskAsync(
                "mutation($id: ID!, $key: String!) { giveProjectInput(input: { projectId: $id, inputKey: $key, text: \"Here\", use: \"Everywhere\", idempotencyKey: $key }) { project { status } errors { __typename } } }",
                new { id, key = input });
        }

        await staff.AskAsync("mutation($id: ID!) { verifyProjectInputs(input: { projectId: $id }) { project { status } errors { __typename } } }", new { id });
        var shown = (await customer.AskAsync($"{{ project(number: {project}) {{ {Fields} }} }}")).GetProperty("project");
        Assert.Equal(("IN_PROGRESS", 0), (shown.GetProperty("status").GetString(), shown.GetProperty("accesses").GetArrayLength()));
        Assert.True(shown.GetProperty("progress").GetProperty("percent").GetInt32() > 0);
        Assert.NotEqual(JsonValueKind.Null, shown.GetProperty("progress").GetProperty("expectedDelivery").ValueKind);
        Assert.Equal(4, shown.GetProperty("inputs").GetArrayLength());
        var node = await customer.AskAsync("query($id: ID!) { node(id: $id) { ... on Project { number } } }", new { id });
        Assert.Equal(project, node.GetProperty("node").GetProperty("number").GetInt32());

        await live.UntilAsync(all => all.Count(happened => happened.GetProperty("kind").GetString() == "PROJECT_INPUT_CHANGED") >= 8);
        var sequences = live.Seen().Select(happened => happened.GetProperty("sequence").GetInt64()).ToList();
        Assert.Equal(sequences.Order().Distinct(), sequences);
        await using var replay = LiveFollower.ByWebSocket(
            host.Address, customer.Token, "subscription($id: ID!, $after: Long) { projectEvents(projectId: $id, after: $after) { sequence kind } }", new { id, after = sequences[0] });
        await replay.UntilAsync(all => all.Count >= sequences.Count - 1);
        Assert.Equal(sequences.Skip(1), replay.Seen().Take(sequences.Count - 1).Select(happened => happened.GetProperty("sequence").GetInt64()));

        Assert.Equal(JsonValueKind.Null, (await other.AskAsync($"{{ project(number: {project}) {{ number }} }}")).GetProperty("project").ValueKind);
        var theirs = await other.PostAsync("mutation($id: ID!) { approveProject(input: { projectId: $id }) { errors { ... on Error { code } } } }", new { id });
        Assert.Equal("NOT_FOUND", CodeOf(theirs, "approveProject"));
        var early = await customer.PostAsync("mutation($id: ID!) { approveProject(input: { projectId: $id }) { errors { ... on Error { code message } } } }", new { id });
        Assert.Equal("STAGE_NOT_BEGUN", CodeOf(early, "approveProject"));
        var forbidden = await customer.PostAsync("mutation($id: ID!) { verifyProjectInputs(input: { projectId: $id }) { project { number } } }", new { id });
        Assert.Equal("FORBIDDEN", forbidden.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        var desk = await staff.AskAsync("{ desk { projects(first: 3, where: { status: { eq: IN_PROGRESS } }) { nodes { number progress { percent } } } } }");
        Assert.Equal(project, desk.GetProperty("desk").GetProperty("projects").GetProperty("nodes")[0].GetProperty("number").GetInt32());
    }

    private static string? CodeOf(JsonElement answer, string mutation) =>
        answer.GetProperty("data").GetProperty(mutation).GetProperty("errors")[0].GetProperty("code").GetString();

    /// <summary>A package that was ordered and paid; gives its project's number.</summary>
    private async Task<int> OrderedAsync(Buyer buyer)
    {
        var handbook = host.Services.GetRequiredService<Handbook>();
        var lifecycle = host.Services.GetRequiredService<ProjectLifecycle>();
        var opened = await host.Transactions.RunAsync<int>(
            buyer.Account,
            async (scope, token) =>
            {
                var order = PackageOrders.Add(scope, handbook, handbook.Packages[0].Key, buyer.Viewer.UserId);
                var project = await lifecycle.OpenAsync(scope, order, token);
                order.Update(order.ToDomain().Receive(order.Total, scope.Now).Value.Order);
                await lifecycle.PaidAsync(scope, order, token);
                return project.Number;
            },
            CancellationToken.None);
        return opened.Value;
    }
}
