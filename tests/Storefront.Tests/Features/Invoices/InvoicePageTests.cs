using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Invoices;
using Storefront.Hosting.Viewers;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Invoices;

/// <summary>An invoice from the payment to the customer's paper.</summary>
public sealed class InvoicePageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_20_A_card_payment_waits_on_the_desk_is_issued_with_one_click_and_read_by_its_customer_alone()
    {
        var (buyer, other) = (await Buyer.OpenAsync(host), await Buyer.OpenAsync(host));
        var order = await buyer.BuyAsync();
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        var waiting = await ReadAsync(buyer);
        Assert.Equal((InvoiceKind.Invoice, new LocalDate(2026, 11, 5), 7_197_120L, null), (waiting.Kind, waiting.DueOn, waiting.Total.MinorUnits, waiting.Number));

        await customer.OpenAsync($"/invoices/{waiting.Id}");
        Assert.Contains("Not issued yet", customer.Text, StringComparison.Ordinal);
        await staff.OpenAsync("/desk/invoices");
        Assert.Contains(order.Reference, staff.Text, StringComparison.Ordinal);
        var form = $"form:has(input[value='{waiting.Id}'])";
        await staff.SubmitTwiceAsync(form);
        Assert.Equal(HttpStatusCode.SeeOther, staff.Status);

        var issued = await ReadAsync(buyer);
        var number = InvoiceNumbering.Default.Write(InvoiceKind.Invoice, issued.Number!.Value);
        await customer.OpenAsync("/invoices");
        Assert.Contains(number, customer.Text, StringComparison.Ordinal);
        await customer.OpenAsync($"/invoices/{issued.Id}");
        Assert.Contains($"Invoice {number}", customer.Text, StringComparison.Ordinal);
        Assert.Contains("IVA 19", customer.Text.Replace("VAT", "IVA", StringComparison.Ordinal), StringComparison.Ordinal);
        await customer.OpenAsync("/invoices.csv");
        Assert.Contains($"{order.Reference},", customer.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        var mail = Assert.Single(await db.Set<MailRow>().Where(row => row.AccountId == buyer.Account && row.Subject.Contains(number)).ToListAsync());
        Assert.Contains($"/invoices/{issued.Id}", mail.Body, StringComparison.Ordinal);

        using var stranger = await PlainBrowser.SignInAsync(host, other.Email, Buyer.Password);
        await stranger.OpenAsync($"/invoices/{issued.Id}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.OpenAsync("/desk/invoices");
        Assert.Contains("/error/403", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_20_The_API_gives_staff_what_waits_and_customers_what_was_issued()
    {
        var buyer = await Buyer.OpenAsync(host);
        await buyer.BuyAsync();
        var member = await StaffMember.HireAsync(host);
        using var staff = await ClientAsync(member.Viewer, "desk:read desk:write");
        using var customer = await ClientAsync(buyer.Viewer, "billing:read");
        const string Own = "{ account { issuedInvoices(first: 5) { nodes { id number kind dueOn total { amount } tax { amount } orderReference url corrects { id } } } } }";
        var id = (await AskAsync(customer, Own))["account"]!["issuedInvoices"]!["nodes"]![0]!["id"]!.GetValue<string>();

        var desk = await AskAsync(staff, "{ desk { invoicesToIssue(first: 50) { nodes { id } } } }");
        Assert.Contains(id, desk["desk"]!["invoicesToIssue"]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>()));
        var issue = $$"""mutation { issueInvoice(input: { invoiceId: "{{id}}" }) { issuedInvoice { number } errors { ... on Error { code } } } }""";
        var number = (await AskAsync(staff, issue))["issueInvoice"]!["issuedInvoice"]!["number"]!.GetValue<string>();
        Assert.Equal("INVOICE_ALREADY_ISSUED", (await AskAsync(staff, issue))["issueInvoice"]!["errors"]![0]!["code"]!.GetValue<string>());
        var shown = (await AskAsync(customer, Own))["account"]!["issuedInvoices"]!["nodes"]![0]!;
        Assert.Equal((number, "2026-11-05", "7197120"), (shown["number"]!.GetValue<string>(), shown["dueOn"]!.GetValue<string>(), shown["total"]!["amount"]!.GetValue<string>()));
    }

    private async Task<Invoice> ReadAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<Invoice>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
    }

    private async Task<HttpClient> ClientAsync(Viewer viewer, string scopes)
    {
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = viewer.AccountId,
            UserId = viewer.UserId,
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

    private static async Task<JsonNode> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }
}
