using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>FEN-17: all requests go through tickets, and staff open one for a phone call.</summary>
public sealed class CallerTicketTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_17_Staff_open_the_ticket_of_who_calls_and_the_caller_is_sent_its_number(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "fenicio");
        await desk.AddMemberAsync("lucia@tienda.example", "es");
        var input = new CallerTicketInput(null, "No cargan los banners", "Llamó Lucía.", "request", null, null, null, "call", "Lucia@tienda.example");

        var opened = await OpenAsync(desk, input);
        Assert.Equal(opened.Value, (await OpenAsync(desk, input)).Value);

        var shown = await desk.Customer.ShowAsync(opened.Value);
        await using var db = desk.Store.Db();
        var lucia = await db.Users.SingleAsync(user => user.Email == "lucia@tienda.example");
        Assert.Equal((lucia.Id, TicketStatus.Open), (shown.Ticket.OpenedBy, shown.Ticket.Status));
        var message = Assert.Single(shown.Messages).Message;
        Assert.Equal((true, desk.Staff.UserId, "Llamó Lucía."), (message.IsFromStaff, message.AuthorId, message.Body));
        Assert.Equal("phone", (await db.Set<TicketIntakeRow>().SingleAsync(row => row.TicketId == opened.Value.Id)).ChannelKey);
        var mail = Assert.Single(await desk.MailsAsync());
        Assert.Equal("lucia@tienda.example", mail.To);
        Assert.Contains($"#{opened.Value.Number}", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_do_so_for_somebody_of_that_account_and_with_what_a_ticket_needs()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite, "fenicio");
        await desk.AddMemberAsync("lucia@tienda.example", "es");
        var input = new CallerTicketInput(null, "Banners", "Llamó.", "request", null, null, null, "call");

        Assert.IsType<NotFound>((await desk.Get<OpenTicketForCaller>().HandleAsync(desk.Customer.Account, input, desk.Customer.Viewer, CancellationToken.None)).Refusal);
        Assert.Equal(new NotFound("member"), (await OpenAsync(desk, input with { Caller = desk.Staff.UserId })).Refusal);
        Assert.Equal(new NotFound("member"), (await OpenAsync(desk, input with { CallerEmail = "otra@tienda.example" })).Refusal);
        Assert.IsType<UnknownTicketKind>((await OpenAsync(desk, input with { Kind = "coffee" })).Refusal);
        Assert.IsType<TextNotValid>((await OpenAsync(desk, input with { Body = " " })).Refusal);
        Assert.IsType<NotFound>((await desk.Get<OpenTicketForCaller>().HandleAsync(AccountId.New(TestStore.Start), input, desk.Staff, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task On_the_customer_s_page_staff_find_the_form_and_what_was_typed_stays_when_it_is_refused()
    {
        var customer = await Buyer.OpenAsync(host);
        var staff = await StaffMember.HireAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await browser.OpenAsync($"/desk/accounts/{customer.Account.Value}");
        await browser.OpenAsync(browser.Page.QuerySelector("a[href$='/ticket']")!.GetAttribute("href")!);

        await browser.SubmitAsync("main form", ("Input.Subject", "The stock is wrong"), ("Input.Body", ""));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("The stock is wrong", browser.Page.QuerySelector("#Input_Subject")!.GetAttribute("value"));

        await browser.SubmitAsync(
            "main form",
            ("Input.Subject", "The stock is wrong"),
            ("Input.Body", "Ana called: it shows 0."),
            ("Input.Kind", "support"),
            ("Input.Urgency", "High"),
            ("Input.Impact", "Low"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.OpenAsync(browser.Location!);
        Assert.Contains("Ana called: it shows 0.", browser.Text, StringComparison.Ordinal);
    }

    private static Task<Result<OpenedTicket>> OpenAsync(DeskStore desk, CallerTicketInput input) =>
        desk.Get<OpenTicketForCaller>().HandleAsync(desk.Customer.Account, input, desk.Staff, CancellationToken.None);
}
