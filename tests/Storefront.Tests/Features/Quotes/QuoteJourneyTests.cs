using Storefront.Domain.Plans;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

/// <summary>A quote and a questioned work log from beginning to end, by pages without scripts and by the API.</summary>
public sealed class QuoteJourneyTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task By_pages_staff_quote_the_customer_approves_works_is_measured_questioned_and_taken_back()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        using var buyer = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);

        await staff.OpenAsync($"/desk/tickets/{number}/quote");
        await staff.SubmitAsync("form[action*=Issue]", ("Input.Minutes", "0"), ("Input.Description", "All of it"));
        Assert.Contains("All of it", staff.Page.QuerySelector("#Input_Description")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(staff.Page.QuerySelector("#Input_Minutes-error")!.TextContent);
        await staff.SubmitAsync("form[action*=Issue]", ("Input.Minutes", "120"), ("Input.Description", "All of it"), ("Input.Settlement", "Barter"));
        Assert.NotEmpty(staff.Page.QuerySelector("#Input_Settlement-error")!.TextContent);
        await DoAsync(staff, "form[action*=Issue]", ("Input.Minutes", "120"), ("Input.Description", "All of it"));

        await buyer.OpenAsync("/quotes");
        Assert.NotNull(buyer.Page.QuerySelector($"a[href='/tickets/{number}/quote']"));
        await buyer.OpenAsync($"/tickets/{number}/quote");
        await buyer.SubmitAsync("form[action*=Decline]", ("Reason", " "));
        await DoAsync(buyer, "form[action*=Approve]");
        Assert.NotNull(buyer.Page.QuerySelector($"#quote a[href='/tickets/{number}/quote']"));

        await staff.OpenAsync($"/desk/tickets/{number}");
        await DoAsync(staff, "form[action*=Start]", ("Number", $"{number}"));
        Assert.NotNull(staff.Page.QuerySelector("[data-work-timer=running]"));
        await DoAsync(staff, "form[action*='timer?handler=Log']", ("Note", "Found the cause"));

        await buyer.OpenAsync($"/tickets/{number}");
        await buyer.OpenAsync(buyer.Page.QuerySelector("#work a")!.GetAttribute("href")!);
        await DoAsync(buyer, "main form", ("Text", "What was it?"));
        await staff.OpenAsync($"/desk/tickets/{number}");
        Assert.NotNull(staff.Page.QuerySelector($"#work-questions a[href='/desk/tickets/{number}/questions']"));
        await staff.OpenAsync($"/desk/tickets/{number}/questions");
        await DoAsync(staff, "main form", ("Answer", "You are right."), ("Reverse", "true"));

        await buyer.OpenAsync($"/tickets/{number}");
        Assert.Contains("You are right.", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_27_Staff_read_that_it_is_assessed_first_before_they_fill_a_quote_in()
    {
        var customer = await Buyer.OpenAsync(host);
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input() with { Kind = "development" }, customer.Viewer, CancellationToken.None);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await staff.OpenAsync($"/desk/tickets/{opened.Value.Number}/quote");

        Assert.Contains("assessed first", staff.Text, StringComparison.Ordinal);
        Assert.Null(staff.Page.QuerySelector("form[action*=Issue]"));
    }

    [Fact]
    public async Task By_the_api_a_quote_is_issued_approved_once_and_shown_with_its_work()
    {
        var (customer, number) = await OpenTicketAsync();
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var ticket = (await customer.Get<TicketReader>().FindForStaffAsync(number, CancellationToken.None))!;
        using var api = await TicketApi.ConnectAsync(host, "tickets:read tickets:write hours:read", customer);
        var issue = customer.Get<Storefront.Features.Quotes.IssueQuote>();
        var input = new Storefront.Features.Quotes.QuoteInput(Storefront.Domain.Quotes.QuoteSettlement.Hours, 120, "All of it", null, null, $"issue {number}");
        Assert.Null((await issue.HandleAsync(ticket, input, staff, CancellationToken.None)).Refusal);

        var quote = (await api.AskAsync("query($n: Int!) { ticket(number: $n) { quotes { id version status settlement minutes } } }", new { n = number }))["ticket"]!["quotes"]![0]!;
        Assert.Equal(("OPEN", "HOURS"), (quote["status"]!.GetValue<string>(), quote["settlement"]!.GetValue<string>()));
        const string Approve = """
            mutation($id: ID!) { approveQuote(input: { quoteId: $id, idempotencyKey: "once" }) {
              quote { status heldMinutes ticket { status } } errors { ... on Error { code message } } } }
            """;
        var id = quote["id"]!.GetValue<string>();
        for (var time = 0; time < 2; time++)
        {
            var approved = (await api.AskAsync(Approve, new { id }))["approveQuote"]!;
            Assert.Equal(("APPROVED", 120), (approved["quote"]!["status"]!.GetValue<string>(), approved["quote"]!["heldMinutes"]!.GetValue<int>()));
        }

        var logged = await customer.Get<Storefront.Features.Desk.LogWork>().HandleAsync(
            ticket, new Storefront.Features.Desk.WorkInput(30, "Found it", null, $"log {number}"), staff, CancellationToken.None);
        var shown = (await api.AskAsync(
            """
            { account { quotes(first: 5) { nodes { usedMinutes heldMinutes } }
                hourEntries(first: 10) { nodes { kind ticket { number workLogs { billable onCallMinutes quote { version } questions { text } } } } } } }
            """))["account"]!;
        Assert.Equal((30, 90), (shown["quotes"]!["nodes"]![0]!["usedMinutes"]!.GetValue<int>(), shown["quotes"]!["nodes"]![0]!["heldMinutes"]!.GetValue<int>()));
        var use = shown["hourEntries"]!["nodes"]!.AsArray().Single(entry => entry!["kind"]!.GetValue<string>() == "USE")!["ticket"]!;
        Assert.Equal((number, true, 1), (use["number"]!.GetValue<int>(), use["workLogs"]![0]!["billable"]!.GetValue<bool>(), use["workLogs"]![0]!["quote"]!["version"]!.GetValue<int>()));
        Assert.Null(logged.Refusal);
    }

    private static async Task DoAsync(PlainBrowser browser, string form, params (string Name, string Value)[] fields)
    {
        await browser.SubmitAsync(form, fields);
        Assert.True(browser.Location is not null, browser.Text);
        await browser.FollowAsync();
    }

    private async Task<(Buyer Customer, int Number)> OpenTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("essential", BillingInterval.Month));
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(Urgency.High, Impact.High), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }
}
