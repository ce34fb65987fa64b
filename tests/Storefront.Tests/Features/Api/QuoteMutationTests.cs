using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Api;

/// <summary>issueQuote, declineQuote and withdrawQuote over the wire.</summary>
public sealed class QuoteMutationTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Fields = "quote { id version status minutes settlement }";

    [Fact]
    public async Task IssueQuote_quotes_a_ticket_once_a_key_and_refuses_what_makes_no_sense()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var ticket = await TicketAsync(customer);

        var issued = await staff.DoAsync("issueQuote", Input(ticket, key: "issue"), Fields);
        var again = await staff.DoAsync("issueQuote", Input(ticket, key: "issue"), Fields);
        var absurd = await staff.DoAsync("issueQuote", Input(ticket, minutes: 0), Fields);

        Assert.Null(CodeOf(issued));
        Assert.Equal(("OPEN", 120, "HOURS", 1), (Text(issued, "status"), issued["quote"]!["minutes"]!.GetValue<int>(), Text(issued, "settlement"), issued["quote"]!["version"]!.GetValue<int>()));
        Assert.Equal(Text(issued, "id"), Text(again, "id"));
        Assert.Equal("MINUTES_NOT_VALID", CodeOf(absurd));
    }

    [Fact]
    public async Task DeclineQuote_takes_a_reason_and_finds_no_quote_of_another_account()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var quote = Text(await staff.DoAsync("issueQuote", Input(await TicketAsync(customer)), Fields), "id");

        var theirs = await PayloadAsync(other.Http, "declineQuote", $$"""quoteId: "{{quote}}", reason: "Mine" """, Fields);
        var wordless = await PayloadAsync(customer.Http, "declineQuote", $$"""quoteId: "{{quote}}", reason: " " """, Fields);
        var declined = await PayloadAsync(customer.Http, "declineQuote", $$"""quoteId: "{{quote}}", reason: "Too much" """, Fields);
        var late = await PayloadAsync(customer.Http, "approveQuote", $$"""quoteId: "{{quote}}", idempotencyKey: "late" """, Fields);

        Assert.Equal(("NOT_FOUND", "TEXT_NOT_VALID"), (CodeOf(theirs), CodeOf(wordless)));
        Assert.Equal((null, "DECLINED"), (CodeOf(declined), Text(declined, "status")));
        Assert.Equal("QUOTE_NOT_OPEN", CodeOf(late));
    }

    [Fact]
    public async Task WithdrawQuote_takes_back_what_nobody_has_decided_on_and_is_the_house_s_alone()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var quote = Text(await staff.DoAsync("issueQuote", Input(await TicketAsync(customer)), Fields), "id");

        var forbidden = await customer.PostAsync($$"""mutation { withdrawQuote(input: { quoteId: "{{quote}}" }) { {{Fields}} } }""");
        var withdrawn = await staff.DoAsync("withdrawQuote", $$"""quoteId: "{{quote}}" """, Fields);
        var late = await PayloadAsync(customer.Http, "declineQuote", $$"""quoteId: "{{quote}}", reason: "Too late" """, Fields);

        Assert.Equal("FORBIDDEN", forbidden["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal((null, "WITHDRAWN"), (CodeOf(withdrawn), Text(withdrawn, "status")));
        Assert.Equal("QUOTE_NOT_OPEN", CodeOf(late));
    }

    private static async Task<string> TicketAsync(TicketApi customer) => (await customer.OpenAsync())["id"]!.GetValue<string>();

    private static string Input(string ticket, int minutes = 120, string? key = null) =>
        $$"""ticketId: "{{ticket}}", settlement: HOURS, minutes: {{minutes}}, description: "The work", idempotencyKey: "{{key ?? Guid.CreateVersion7().ToString()}}" """;

    private static string Text(System.Text.Json.Nodes.JsonNode payload, string field) => payload["quote"]![field]!.GetValue<string>();
}
