using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Packages that are ordered in the shop or by the API, with their template, in two currencies.</summary>
public sealed class PackageOrderTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    [Fact]
    public async Task TEC_01_A_package_is_ordered_in_the_shop_with_its_template_and_becomes_a_project()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        using var browser = await PlainBrowser.SignInAsync(shop.Host, buyer.Email, Buyer.Password);
        await browser.OpenAsync("/plans?currency=USD");
        Assert.NotNull(browser.Page.QuerySelector("a[href='/checkout/cms?currency=USD']"));
        await browser.OpenAsync("/checkout/cms?currency=USD&design=norte");
        Assert.Contains("821.10", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("main form:has([name=key])", ("method", "card"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("choose one of the templates", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("main form:has([name=key])", ("method", "card"), ("design", "norte"));
        Assert.NotNull(browser.Location);
        var orders = await buyer.Get<OrderReader>().ListAsync(buyer.Account, CancellationToken.None);
        var order = Assert.Single(orders);
        Assert.Equal(("cms", "norte", "tecnocms", OrderPurpose.Package), (order.PackageKey, order.DesignKey, order.Platform?.Key, order.Purpose));
        Assert.Equal((new Money(690_00, Currency.Usd), new Money(131_10, Currency.Usd)), (order.Net, order.Tax));
        Assert.Equal(new Money(821_10, Currency.Usd), order.State.DueNow);

        await Buyer.PayAsync((await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Value);
        await buyer.SettleAsync();
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.True((await shop.ProjectAsync(buyer)).IsFullyPaid);
        await browser.OpenAsync($"/orders/{order.Reference}");
        Assert.Contains("Paid in full", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cms", null, "USD", "card", "DESIGN_NOT_OFFERED")]
    [InlineData("cms", "gótica ☃", "USD", "card", "DESIGN_NOT_OFFERED")]
    [InlineData("palace", "norte", "USD", "card", "UNKNOWN_PACKAGE")]
    [InlineData("", "norte", "USD", "card", "UNKNOWN_PACKAGE")]
    [InlineData(null, "norte", "USD", "card", "UNKNOWN_PACKAGE")]
    [InlineData("cms", "norte", "EUR", "card", "CURRENCY_NOT_OFFERED")]
    [InlineData("cms", "norte", "USD", "cheque", "PAYMENT_METHOD_NOT_OFFERED")]
    [InlineData("cms", "norte", "COP", "card", "PAYMENT_METHOD_NOT_OFFERED")]
    public async Task What_is_not_sold_is_refused_and_nothing_is_ordered(string? package, string? design, string currency, string method, string code)
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        Assert.Equal(code, (await buyer.StartAsync(PackageShop.Wish(package, design, currency, method))).Refusal?.Code);
        Assert.Equal("", (await buyer.ReadAsync()).Orders);
    }

    [Fact]
    public async Task A_plan_beside_a_package_another_platform_and_a_key_for_something_else_are_refused()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var wish = PackageShop.Wish("cms", "norte", "USD");
        Assert.IsType<ChoiceNotClear>((await buyer.StartAsync(wish with { PlanKey = "business" })).Refusal);
        Assert.IsType<PlatformNotOffered>((await buyer.StartAsync(wish with { PlatformKey = "tecnoschool" })).Refusal);
        Assert.IsType<UnknownPlan>((await buyer.StartAsync(wish with { PackageKey = null, PlanKey = "business" })).Refusal);
        var first = (await buyer.StartAsync(wish)).Value;
        Assert.Equal(first.Reference, (await buyer.StartAsync(wish)).Value.Reference);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await buyer.StartAsync(wish with { DesignKey = "clara" })).Refusal?.Code);
    }

    [Fact]
    public async Task The_checkout_of_a_house_without_plans_does_not_speak_of_plans()
    {
        using var client = shop.Host.CreateClient();
        foreach (var address in (string[])["/checkout", "/checkout/palace", "/checkout/cms?currency=EUR"])
        {
            var answer = await client.GetAsync(address);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("plan,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_package_is_found_ordered_and_read_by_the_api()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        const string start = """
            mutation($design: String) {
              startCheckout(input: { packageKey: "commerce", designKey: $design, currency: "USD", method: "card", idempotencyKey: "api" }) {
                checkout { reference status url }
                errors { __typename ... on Error { code message } }
              }
            }
            """;
        const string read = """
            { packages { key platformKey prices { total { amount currency } } } package(key: "cms") { name }
              account { orders { purpose package { key } design { key } platform { key } method dueNow { amount } paid { amount } left { amount } parts { key } plan { key } interval } } }
            """;
        using var client = await ClientAsync(buyer, "billing:write billing:read");
        var refused = (await AskAsync(client, start, new { design = (string?)null }))["startCheckout"]!["errors"]![0]!;
        Assert.Equal("DESIGN_NOT_OFFERED", refused["code"]!.GetValue<string>());
        Assert.Equal("AWAITING_PAYMENT", (await AskAsync(client, start, new { design = "clara" }))["startCheckout"]!["checkout"]!["status"]!.GetValue<string>());

        var data = await AskAsync(client, read);
        Assert.Equal(buyer.Get<Handbook>().Packages.Count, data["packages"]!.AsArray().Count);
        var order = Assert.Single(data["account"]!["orders"]!.AsArray())!;
        Assert.Equal(
            ("PACKAGE", "commerce", "clara", "tecnocommerce", "1535.10", "ONCE"),
            (Text(order["purpose"]), Text(order["package"]!["key"]), Text(order["design"]!["key"]), Text(order["platform"]!["key"]), Text(order["dueNow"]!["amount"]), Text(order["interval"])));
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private async Task<HttpClient> ClientAsync(Buyer buyer, string scopes)
    {
        var text = ApiTokenText.Create();
        await using var db = shop.Host.Db();
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
        var client = shop.Host.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {text}");
        return client;
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, object? variables = null)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var response = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True(response["errors"] is null, response.ToJsonString());
        return response["data"]!;
    }
}
