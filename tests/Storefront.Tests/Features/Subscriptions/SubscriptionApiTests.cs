using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>Hours and plans by the public API alone, over HTTP, with a token.</summary>
public sealed class SubscriptionApiTests : IAsyncLifetime
{
    private StorefrontHost host = null!;
    private Buyer buyer = null!;

    public async Task InitializeAsync()
    {
        host = await StorefrontHost.StartAsync();
        buyer = await Buyer.OpenAsync(host);
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Plans_are_rehearsed_in_the_currency_of_the_accounts_own_or_in_the_one_that_is_asked_for()
    {
        var abroad = await Buyer.OpenAsync(host);
        await abroad.BuyAsync(abroad.Wish(interval: BillingInterval.Month, currency: "USD"));
        await host.MoveClockAsync(Duration.FromDays(32));
        using var client = await ClientAsync(abroad, "hours:read");

        var account = (await AskAsync(client, """
            { account { own: planRehearsal { cost { currency } } asked: planRehearsal(currency: "CLP") { cost { currency } } } }
            """))["account"]!;

        Assert.Equal("USD", Assert.Single(Currencies("own")));
        Assert.Equal("CLP", Assert.Single(Currencies("asked")));

        IEnumerable<string> Currencies(string name) =>
            account[name]!.AsArray().Select(played => played!["cost"]!["currency"]!.GetValue<string>()).Distinct();
    }

    [Fact]
    public async Task A_program_reads_what_is_left_and_every_line_of_it()
    {
        await host.Transactions.RunAsync<HourEntry>(
            buyer.Account,
            (scope, token) => buyer.Get<HourUse>().UseAsync(scope, 90, new HourCause(HourCauseKind.WorkLog), "work", token),
            CancellationToken.None);
        using var client = await ClientAsync(buyer, "hours:read", "subscription:read");

        var account = (await AskAsync(client, """
            { account {
                subscription { status interval plan { key } currentPeriod { start end } renewsAt cancelsAt price { amount currency } scheduledChange { at } }
                hourBalance { availableMinutes usedMinutes heldMinutes advancedMinutes expiring { minutes at } lots { source remainingMinutes } periodEnd }
                hourEntries(first: 1) { totalCount nodes { sequence kind minutes balanceAfter reason } pageInfo { hasNextPage } }
                uses: hourEntries(where: { kind: { eq: GRANT } }) { nodes { minutes } }
            } }
            """))["account"]!;

        Assert.Equal(
            """{"status":"ACTIVE","interval":"MONTH","plan":{"key":"business"},"currentPeriod":{"start":"2026-11-02","end":"2026-12-02"},"renewsAt":"2026-12-02T03:00:00Z","cancelsAt":null,"price":{"amount":"560000","currency":"CLP"},"scheduledChange":null}""",
            account["subscription"]!.ToJsonString());
        Assert.Equal(
            """{"availableMinutes":1110,"usedMinutes":90,"heldMinutes":0,"advancedMinutes":0,"expiring":{"minutes":777,"at":"2026-12-02T03:00:00Z"},"lots":[{"source":"GRANT","remainingMinutes":1110}],"periodEnd":"2026-12-02T03:00:00Z"}""",
            account["hourBalance"]!.ToJsonString());
        Assert.Equal(
            """{"totalCount":2,"nodes":[{"sequence":2,"kind":"USE","minutes":-90,"balanceAfter":1110,"reason":"Work for you"}],"pageInfo":{"hasNextPage":true}}""",
            account["hourEntries"]!.ToJsonString());
        Assert.Equal("""{"nodes":[{"minutes":1200}]}""", account["uses"]!.ToJsonString());
    }

    [Fact]
    public async Task FLU_05_A_program_previews_an_upgrade_and_confirms_it_once()
    {
        using var client = await ClientAsync(buyer, "hours:read", "subscription:read", "subscription:write");
        var preview = (await AskAsync(client, """
            mutation { previewPlanChange(input: { planKey: "growth", interval: MONTH }) {
                preview { token minutesNow moneyNow { amount } moneyAtRenewal { amount } actsAtOnce lines { kind amount { amount } days ofDays } }
                errors { __typename }
            } }
            """))["previewPlanChange"]!["preview"]!;
        Assert.Equal((1200, "0", "1808800"), (preview["minutesNow"]!.GetValue<int>(), Text(preview["moneyNow"]!["amount"]), Text(preview["moneyAtRenewal"]!["amount"])));

        for (var times = 0; times < 2; times++)
        {
            var confirmed = (await AskAsync(
                client,
                """mutation($token: String!) { confirmPlanChange(input: { token: $token, idempotencyKey: "one" }) { subscription { plan { key } changeInProgress } errors { __typename ... on Error { code message } } } }""",
                new JsonObject { ["token"] = Text(preview["token"]) }))["confirmPlanChange"]!;
            Assert.Equal("""{"subscription":{"plan":{"key":"growth"},"changeInProgress":false},"errors":null}""", confirmed.ToJsonString());
        }

        var balance = await AskAsync(client, "{ account { hourBalance { availableMinutes } } }");
        Assert.Equal(2400, balance["account"]!["hourBalance"]!["availableMinutes"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""previewPlanChange(input: { planKey: "platinum", interval: MONTH })""", "UnknownPlanError", "UNKNOWN_PLAN")]
    [InlineData("""previewPlanChange(input: { planKey: "business", interval: MONTH })""", "NothingToChangeError", "NOTHING_TO_CHANGE")]
    [InlineData("""confirmPlanChange(input: { token: "forged", idempotencyKey: "k" })""", "PreviewNotValidError", "PREVIEW_NOT_VALID")]
    [InlineData("""cancelSubscription(input: { idempotencyKey: "" })""", "IdempotencyKeyNotValidError", "IDEMPOTENCY_KEY_NOT_VALID")]
    [InlineData("""resumeSubscription(input: { idempotencyKey: "k" })""", "SubscriptionNotReadyError", "SUBSCRIPTION_NOT_READY")]
    public async Task What_cannot_be_is_an_error_of_its_own_type_with_a_sentence(string mutation, string type, string code)
    {
        using var client = await ClientAsync(buyer, "subscription:read", "subscription:write");

        var payload = (await AskAsync(client, $$"""mutation { it: {{mutation}} { errors { __typename ... on Error { code message } } } }"""))["it"]!;

        var error = payload["errors"]![0]!;
        Assert.Equal((type, code), (Text(error["__typename"]), Text(error["code"])));
        Assert.DoesNotContain("Refusal", Text(error["message"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_is_paused_resumed_and_cancelled()
    {
        using var client = await ClientAsync(buyer, "subscription:write");
        foreach (var (mutation, shown) in new[]
        {
            ("pauseSubscription", """{"renewsAt":null,"cancelsAt":null}"""),
            ("resumeSubscription", """{"renewsAt":"2026-12-02T03:00:00Z","cancelsAt":null}"""),
            ("cancelSubscription", """{"renewsAt":null,"cancelsAt":"2026-12-02T03:00:00Z"}"""),
        })
        {
            var payload = (await AskAsync(client, $$"""mutation { it: {{mutation}}(input: { idempotencyKey: "{{mutation}}" }) { subscription { renewsAt cancelsAt } } }"""))["it"]!;
            Assert.Equal(shown, payload["subscription"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task COM_06_Another_account_and_a_token_without_the_scope_see_nothing()
    {
        using var client = await ClientAsync(buyer, "subscription:read", "hours:read");
        var ids = (await AskAsync(client, "{ account { subscription { id } hourEntries { nodes { id } } } }"))["account"]!;
        var (subscription, entry) = (Text(ids["subscription"]!["id"]), Text(ids["hourEntries"]!["nodes"]![0]!["id"]));
        var nodes = $$"""{ nodes(ids: ["{{subscription}}", "{{entry}}"]) { __typename } }""";
        Assert.Equal("""[{"__typename":"PlanSubscription"},{"__typename":"HourEntry"}]""", (await AskAsync(client, nodes))["nodes"]!.ToJsonString());

        using var stranger = await ClientAsync(await Buyer.OpenAsync(host), "subscription:read", "hours:read");
        Assert.Equal("[null,null]", (await AskAsync(stranger, nodes))["nodes"]!.ToJsonString());
        Assert.Null((await AskAsync(stranger, "{ account { subscription { id } } }"))["account"]!["subscription"]);

        using var narrow = await ClientAsync(buyer, "tickets:read");
        var refused = await PostAsync(narrow, "{ account { hourBalance { availableMinutes } } }");
        Assert.Equal("FORBIDDEN", Text(refused["errors"]![0]!["extensions"]!["code"]));
    }

    [Fact]
    public async Task The_hours_of_a_past_day_are_what_they_were()
    {
        await host.MoveClockAsync(NodaTime.Duration.FromDays(10));
        await host.Transactions.RunAsync<HourEntry>(
            buyer.Account,
            (scope, token) => buyer.Get<HourUse>().UseAsync(scope, 90, new HourCause(HourCauseKind.WorkLog), "late", token),
            CancellationToken.None);
        using var client = await ClientAsync(buyer, "hours:read");

        var account = (await AskAsync(client, """
            { account {
                before: hourBalance(asOf: "2026-11-01T00:00:00Z") { availableMinutes periodEnd }
                then: hourBalance(asOf: "2026-11-05T00:00:00Z") { availableMinutes usedMinutes periodEnd }
                now: hourBalance { availableMinutes usedMinutes }
            } }
            """))["account"]!;

        Assert.Equal(
            """{"before":{"availableMinutes":0,"periodEnd":null},"then":{"availableMinutes":1200,"usedMinutes":0,"periodEnd":"2026-12-02T03:00:00Z"},"now":{"availableMinutes":1110,"usedMinutes":90}}""",
            account.ToJsonString());
    }

    private async Task<HttpClient> ClientAsync(Buyer who, params string[] scopes)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<CreateApiToken>().HandleAsync(who.Viewer, "test", scopes, 30, CancellationToken.None);
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Value);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, JsonObject? variables = null)
    {
        var answer = await PostAsync(client, query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, string query, JsonObject? variables = null)
    {
        using var answer = await client.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query, variables });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
