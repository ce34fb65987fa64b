using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours;
using Storefront.Features.Payments;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

public sealed class DeskPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/tickets/1")]
    [InlineData("/desk/accounts")]
    [InlineData("/desk/accounts/{account}")]
    [InlineData("/desk/operations")]
    public async Task COM_06_Customers_and_strangers_see_nothing_of_the_desk(string path)
    {
        var customer = await Buyer.OpenAsync(host);
        path = path.Replace("{account}", customer.Account.Value.ToString(), StringComparison.Ordinal);
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        using var stranger = host.CreateClient();

        await browser.OpenAsync(path);
        var turnedAway = await stranger.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, turnedAway.StatusCode);
        Assert.Contains("/sign-in?returnTo=", turnedAway.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_work_through_a_ticket_without_scripts()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();

        await browser.OpenAsync("/desk");
        Assert.Contains($"#{number} Checkout fails", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/desk/tickets/{number}");
        await DoAsync(browser, "form[action*=Classify]", ("Class.Key", "Q1"));
        await DoAsync(browser, "form[action*=Reply]", ("Reply.Body", "We are on **it**"), ("Reply.WaitsForCustomer", "false"));
        await DoAsync(browser, "form[action*=Note]", ("Note.Body", "Look at the *template* first"));
        await DoAsync(browser, "form[action*=Status]", ("to", "InProgress"));
        await DoAsync(browser, "form[action*='Log']", ("Work.Minutes", "90"), ("Work.Note", "Fixed the template"));
        await DoAsync(browser, "form[action*=Status]", ("to", "Resolved"));

        Assert.Equal("it", browser.Page.QuerySelector(".message-staff .prose strong")!.TextContent);
        Assert.Contains("Internal note", browser.Page.QuerySelector(".message-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(510, await BalanceAsync(customer.Account));
        await using var db = host.Db();
        var ticket = await db.Set<Ticket>().SingleAsync(row => row.Number == number);
        Assert.Equal((TicketStatus.Resolved, true, 90), (ticket.Status, ticket.ClassConfirmed, ticket.ChargedMinutes));
    }

    [Fact]
    public async Task FLU_13_COM_03_Both_sides_read_why_the_class_was_changed_each_time()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/tickets/{number}");
        await DoAsync(browser, "form[action*=Classify]", ("Class.Key", "Q3"), ("Class.Reason", "There is <b>another</b> way to pay"));
        await DoAsync(browser, "form[action*=Classify]", ("Class.Key", "Q2"), ("Class.Reason", "It broke again"));
        Assert.Contains("Reason: There is <b>another</b> way to pay", browser.Page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reason: It broke again", browser.Page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);

        using var buyer = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        await buyer.OpenAsync($"/tickets/{number}");

        Assert.Equal(
            ["Reason: It broke again", "Reason: There is <b>another</b> way to pay"],
            buyer.Page.QuerySelectorAll("#timeline .timeline-reason").Select(reason => reason.TextContent));
    }

    [Fact]
    public async Task FLU_09_What_was_typed_stays_and_the_shortfall_stands_beside_the_minutes()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/tickets/{number}");

        await browser.SubmitAsync("form[action*='Log']", ("Work.Minutes", "630"), ("Work.Note", "A long night"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("30 min too many: the account has 10 h left", TextOf(browser, "#Work_Minutes-error"), StringComparison.Ordinal);
        Assert.Equal(("630", "A long night"), (ValueOf(browser, "#Work_Minutes"), ValueOf(browser, "#Work_Note")));
        Assert.Equal(600, await BalanceAsync(customer.Account));
    }

    [Fact]
    public async Task COM_02_A_double_click_logs_once()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/tickets/{number}");

        await browser.SubmitTwiceAsync("form[action*='Log']", ("Work.Minutes", "60"), ("Work.Note", "Twice"));

        Assert.Equal(540, await BalanceAsync(customer.Account));
    }

    [Theory]
    [InlineData("form[action*=Classify]", "Class.Key", "Q4", "#Class_Reason-error")]
    [InlineData("form[action*=Reply]", "Reply.Body", " ", "#Reply_Body-error")]
    [InlineData("form[action*=Note]", "Note.Body", "", "#Note_Body-error")]
    [InlineData("form[action*=Plan]", "Plan.Day", "2026-02-31", "#Plan_Day-error")]
    [InlineData("form[action*='Log']", "Work.Minutes", "ninety", "#Work_Minutes-error")]
    [InlineData("form[action*='Log']", "Work.Minutes", "-90", "#Work_Minutes-error")]
    [InlineData("form[action*='Log']", "Work.EndedAt", "yesterday", "#Work_EndedAt-error")]
    public async Task A_form_that_cannot_be_accepted_says_why_beside_the_field(string form, string field, string value, string message)
    {
        var (_, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/tickets/{number}");

        await browser.SubmitAsync(form, [(field, value), .. field.StartsWith("Work.", StringComparison.Ordinal) ? new[] { ("Work.Note", "Something") } : []]);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotEmpty(browser.Page.QuerySelector(message)!.TextContent.Trim());
        Assert.NotNull(browser.Page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Only_legal_steps_are_offered_and_what_is_not_there_is_not_found()
    {
        var (_, number) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/tickets/{number}");
        await DoAsync(browser, "form[action*=Status]", ("to", "Closed"));

        Assert.Equal(["Open"], browser.Page.QuerySelectorAll("form[action*=Status] button").Select(button => button.GetAttribute("value")));

        // What could not be sent is not offered; a note among staff can be written at any time.
        Assert.Null(browser.Page.QuerySelector("form[action*=Reply]"));
        Assert.NotNull(browser.Page.QuerySelector("[data-reply-closed]"));
        Assert.NotNull(browser.Page.QuerySelector("form[action*=Note]"));
        await browser.OpenAsync("/desk/tickets/999999");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.OpenAsync($"/desk/accounts/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Hours_are_corrected_on_the_customers_page_with_the_reason_in_the_ledger()
    {
        var (customer, _) = await OpenTicketAsync();
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/accounts?q={customer.Email}");
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/desk/accounts/{customer.Account.Value}']"));
        await browser.OpenAsync($"/desk/accounts/{customer.Account.Value}");

        await browser.SubmitAsync("form[action*=Correct]", ("Correction.TakesAway", "true"), ("Correction.Minutes", "601"), ("Correction.Reason", "Too much"));
        Assert.Contains("1 min too many", browser.Text, StringComparison.Ordinal);
        await DoAsync(browser, "form[action*=Correct]", ("Correction.TakesAway", "true"), ("Correction.Minutes", "60"), ("Correction.Reason", "Counted twice"));

        Assert.Contains("Correction · Counted twice", browser.Text, StringComparison.Ordinal);
        Assert.Equal(540, await BalanceAsync(customer.Account));
    }

    [Fact]
    public async Task Failed_work_is_listed_and_tried_again()
    {
        var now = host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant();
        var (work, webhook) = (DueWorkId.New(now), WebhookEventId.New(now));
        await using (var db = host.Db())
        {
            db.Add(new DueWorkRow { Id = work, Kind = "attachment.sweep", Key = $"desk:{work.Value:N}", Subject = Guid.Empty.ToString(), DueAt = now, HeldUntil = now + Duration.FromDays(9999), LastError = "The disk was full.", Attempts = 3 });
            db.Add(new WebhookEvent { Id = webhook, StripeEventId = $"evt_{webhook.Value:N}", Type = "invoice.paid", Raw = "{}", ReceivedAt = now, State = WebhookEventState.Failed, Attempts = 2, LastError = "No such customer." });
            await db.SaveChangesAsync();
        }

        using var browser = await StaffAsync();
        await browser.OpenAsync("/desk");
        Assert.Contains("2 failed tasks", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/desk/operations");
        Assert.Contains("The disk was full.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("No such customer.", browser.Text, StringComparison.Ordinal);
        await DoAsync(browser, $"form:has(input[value='{work.Value}'])");

        await Eventually.IsTrueAsync(async () =>
        {
            await using var db = host.Db();
            return await db.Set<DueWorkRow>().AnyAsync(row => row.Id == work && (row.DoneAt != null || row.Attempts > 3));
        });
    }

    /// <summary>With plain spaces for those that do not break.</summary>
    private static string TextOf(PlainBrowser browser, string selector) => browser.Page.QuerySelector(selector)!.TextContent.Replace('\u00A0', ' ');

    private static string? ValueOf(PlainBrowser browser, string selector) => browser.Page.QuerySelector(selector)!.GetAttribute("value");

    /// <summary>Sends a form that is accepted, and shows the page that follows.</summary>
    private static async Task DoAsync(PlainBrowser browser, string form, params (string Name, string Value)[] fields)
    {
        await browser.SubmitAsync(form, fields);
        Assert.True(browser.Status == HttpStatusCode.Redirect, browser.Text);
        await browser.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private async Task<PlainBrowser> StaffAsync() =>
        await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

    /// <summary>A customer on Essential, ten hours, with a ticket.</summary>
    private async Task<(Buyer Customer, int Number)> OpenTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("essential", BillingInterval.Month));
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }

    private async Task<int> BalanceAsync(AccountId account)
    {
        await using var db = host.Db();
        return await db.Set<HourEntryRow>().Where(row => row.AccountId == account).OrderByDescending(row => row.Sequence).Select(row => row.BalanceAfter).FirstAsync();
    }
}
