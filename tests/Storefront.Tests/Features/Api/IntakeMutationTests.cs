using Storefront.Tests.Features.Inbound;
using Storefront.Tests.Features.Tickets;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Api;

/// <summary>Intake and third parties over the wire, on Alfinet.</summary>
public sealed class IntakeMutationTests
{
    [Fact]
    public async Task ALF_07_ALF_10_ALF_11_FEN_17_The_way_from_a_sent_ticket_to_its_outcome_is_in_the_API()
    {
        await using var host = await Postman.StartAsync("alfinet");
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var support = await OpenAsync(customer, "support");
        var domain = await OpenAsync(customer, "email-domain");

        var asked = await PayloadAsync(customer.Http, "askForPriority", $$"""ticketId: "{{support}}", reason: "No sales" """, "ticket { intake { priorityAskedAt } }");
        var theirs = await PayloadAsync(other.Http, "askForPriority", $$"""ticketId: "{{support}}", reason: "No sales" """, "ticket { number }");
        var early = await staff.DoAsync("planTicket", $$"""ticketId: "{{domain}}", day: "2099-01-05" """, "ticket { number }");
        var granted = await PayloadAsync(customer.Http, "grantAccess", $$"""ticketId: "{{domain}}", how: "You are an admin" """, "ticket { status intake { needsAccess } }");
        var dateless = await staff.DoAsync("concludeAnalysis", $$"""ticketId: "{{support}}", outcome: DATE, text: "Soon" """, "ticket { number }");
        var turnedDown = await staff.DoAsync("turnDownTicket", $$"""ticketId: "{{support}}", reasonKey: "third-party-app" """, "ticket { status intake { turnedDownAs quotable } }");
        var quote = await PayloadAsync(customer.Http, "askForQuote", $$"""ticketId: "{{support}}" """, "ticket { status kind { key } }");
        var concluded = await staff.DoAsync("concludeAnalysis", $$"""ticketId: "{{support}}", outcome: QUOTE, text: "It follows" """, "ticket { intake { outcome } }");
        var viability = await staff.DoAsync("assessViability", $$"""ticketId: "{{support}}", viable: true, text: "Yes" """, "ticket { number }");
        var written = await PayloadAsync(
            customer.Http, "writeToThirdParty", $$"""ticketId: "{{support}}", email: "dev@app.example", text: "Is it you?" """, "ticket { mailAddress parties { id email isCopied } messages { sentTo } }");
        var party = written["ticket"]!["parties"]![0]!["id"]!.GetValue<string>();
        var removed = await PayloadAsync(customer.Http, "removeTicketParty", $$"""ticketId: "{{support}}", partyId: "{{party}}" """, "ticket { parties { id } }");
        var staffParty = await customer.PostAsync($$"""mutation { turnDownTicket(input: { ticketId: "{{support}}", reasonKey: "x" }) { ticket { number } } }""");

        Assert.NotNull(asked["ticket"]!["intake"]!["priorityAskedAt"]);
        Assert.Equal(("NOT_FOUND", "ACCESS_FIRST", "EXPECTED_DATE_MISSING", "VIABILITY_NOT_ASKED"), (CodeOf(theirs), CodeOf(early), CodeOf(dateless), CodeOf(viability)));
        Assert.False(granted["ticket"]!["intake"]!["needsAccess"]!.GetValue<bool>());
        Assert.Equal(("RESOLVED", true), (turnedDown["ticket"]!["status"]!.GetValue<string>(), turnedDown["ticket"]!["intake"]!["quotable"]!.GetValue<bool>()));
        Assert.Equal(("OPEN", "evolution"), (quote["ticket"]!["status"]!.GetValue<string>(), quote["ticket"]!["kind"]!["key"]!.GetValue<string>()));
        Assert.Equal("QUOTE", concluded["ticket"]!["intake"]!["outcome"]!.GetValue<string>());
        Assert.Equal("dev@app.example", written["ticket"]!["messages"]!.AsArray()[^1]!["sentTo"]!.GetValue<string>());
        Assert.Contains("+", written["ticket"]!["mailAddress"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(removed["ticket"]!["parties"]!.AsArray());
        Assert.Equal("FORBIDDEN", staffParty["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static async Task<string> OpenAsync(TicketApi by, string kind) =>
        (await by.OpenAsync(new { subject = "The shop is down", body = "Nobody can buy.", kind }))["id"]!.GetValue<string>();
}
