using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>The same by GraphQL alone, with a token.</summary>
public sealed class BuyingByApiTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Start = """
        mutation($key: String!, $plan: String!) {
          startCheckout(input: { planKey: $plan, interval: YEAR, currency: "CLP", method: "card", idempotencyKey: $key }) {
            checkout { reference status url }
            errors { __typename ... on Error { code message } ... on UnknownPlanError { known } }
          }
        }
        """;

    [Fact]
    public async Task A_plan_is_bought_and_its_order_payment_and_invoice_are_read()
    {
        var buyer = await Buyer.OpenAsync(host);
        using var client = await ClientAsync(buyer, "billing:write billing:read");
        var checkout = (await AskAsync(client, Start, new { key = "api", plan = "business" }))["startCheckout"]!["checkout"]!;
        Assert.Equal("AWAITING_PAYMENT", checkout["status"]!.GetValue<string>());
        using var page = new PaymentPage();
        await page.PayAsync(new Uri(checkout["url"]!.GetValue<string>()), PaymentPage.GoodCard);
        await buyer.SettleAsync();

        const string query = """
            { account {
                orders { reference status total { amount currency } plan { key } }
                payments { status amount { amount } orderReference termStart termEnd }
                invoices { status amount { amount } tax { amount } total { amount } url }
            } }
            """;
        var account = (await AskAsync(client, query))["account"]!;
        Assert.Equal("PAID", account["orders"]![0]!["status"]!.GetValue<string>());
        Assert.Equal("7197120", account["orders"]![0]!["total"]!["amount"]!.GetValue<string>());
        Assert.Equal("SUCCEEDED", account["payments"]![0]!["status"]!.GetValue<string>());
        Assert.Equal(("2026-11-02", "2027-11-02"), (account["payments"]![0]!["termStart"]!.GetValue<string>(), account["payments"]![0]!["termEnd"]!.GetValue<string>()));
        var invoice = account["invoices"]![0]!;
        Assert.Equal(
            ("6048000", "1149120", "7197120"),
            (invoice["amount"]!["amount"]!.GetValue<string>(), invoice["tax"]!["amount"]!.GetValue<string>(), invoice["total"]!["amount"]!.GetValue<string>()));

        var again = (await AskAsync(client, Start, new { key = "other", plan = "growth" }))["startCheckout"]!;
        Assert.Equal("SUBSCRIPTION_ALREADY_RUNS", again["errors"]![0]!["code"]!.GetValue<string>());
        Assert.NotEqual("", again["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_plan_is_an_error_with_what_there_is_and_scopes_are_kept()
    {
        var buyer = await Buyer.OpenAsync(host);
        using var client = await ClientAsync(buyer, "billing:write");
        var refused = (await AskAsync(client, Start, new { key = "unknown", plan = "gold" }))["startCheckout"]!["errors"]![0]!;
        Assert.Equal("UnknownPlanError", refused["__typename"]!.GetValue<string>());
        Assert.Contains("business", refused["known"]!.AsArray().Select(node => node!.GetValue<string>()));

        using var reader = await ClientAsync(buyer, "billing:read");
        var response = await PostAsync(reader, Start, new { key = "scope", plan = "business" });
        Assert.Equal("FORBIDDEN", response["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private async Task<HttpClient> ClientAsync(Buyer buyer, string scopes)
    {
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = buyer.Account,
            UserId = buyer.Viewer.UserId,
            Name = "test",
            Hash = ApiTokenText.Hash(text),
            Scopes = scopes,
            CreatedAt = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        });
        await db.SaveChangesAsync();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {text}");
        return client;
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, object? variables = null)
    {
        var response = await PostAsync(client, query, variables);
        Assert.True(response["errors"] is null, response.ToJsonString());
        return response["data"]!;
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, string query, object? variables)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
