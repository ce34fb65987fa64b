using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;

namespace Storefront.Tests.Browser;

/// <summary>A customer asks for work, sees before sending what comes of it, and watches it change.</summary>
public sealed class TicketTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen English = Screen.Desktop with { Language = "en" };

    [BrowserFact]
    public Task FLU_18_A_ticket_is_opened_with_a_file_and_changes_while_it_is_looked_at() => VisitAsync(English, async page =>
    {
        var buyer = await SignInAsync(page);
        await page.GotoAsync("/tickets");
        await LookAsync(page, "tickets-none");
        var tickets = new TicketPages(page);
        await tickets.OpenFormAsync();
        await LookAsync(page, "ticket-new");

        await tickets.FillAsync("The checkout does not accept cards", "Since **this morning** nobody can pay.\n\n1. Add anything\n2. Pay", urgent: true, weighty: true);
        Assert.Contains("Work starts", await tickets.OutlookAsync("Critical"), StringComparison.Ordinal);
        await tickets.AttachAsync("errors.log", "card refused");
        await LookAsync(page, "ticket-outlook");
        var number = await tickets.SendAsync();
        Assert.Equal("In the queue", await tickets.StatusAsync());
        Assert.Equal("card refused", await tickets.DownloadAsync());

        await tickets.WaitUntilLiveAsync();
        await AsStaffAsync(buyer, number, ticket => TicketRules.Classify(ticket.State, Policy, "Q1", null, ticket.Row.UpdatedAt));
        await page.Locator("#facts").GetByText("confirmed by the team").WaitForAsync();
        await AsStaffAsync(buyer, number, ticket => TicketRules.Move(ticket.State, Policy, TicketStatus.WaitingForCustomer, TicketActor.Staff, ticket.Row.UpdatedAt));
        await tickets.WaitForStatusAsync("Waiting for your answer");
        await LookAsync(page, "ticket-waiting");

        await page.Locator("#Input_Body").FillAsync("It is the **new** terminal.");
        await page.Locator("form[action*=Reply] .button-primary").ClickAsync();
        await tickets.WaitForMessageAsync("terminal");
        Assert.Equal("In the queue", await tickets.StatusAsync());

        await tickets.WaitUntilLiveAsync();
        await AsStaffAsync(buyer, number, ticket => TicketRules.Move(ticket.State, Policy, TicketStatus.Resolved, TicketActor.Staff, ticket.Row.UpdatedAt));
        await tickets.WaitForStatusAsync("Resolved");
        await page.Locator("#finish").GetByText("Very good").WaitForAsync();
        await LookAsync(page, "ticket-resolved");
    });

    [BrowserFact]
    public Task What_is_being_typed_stays_while_answers_and_work_come_in_and_work_that_is_taken_back_is_told() => VisitAsync(English, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await buyer.BuyAsync(buyer.Wish());
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        var opened = (await Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), buyer.Viewer, CancellationToken.None)).Value;
        var key = new TicketKey(buyer.Account, opened.Id);
        await page.GotoAsync($"/tickets/{opened.Number}");
        await new TicketPages(page).WaitUntilLiveAsync();

        await page.Locator("#Input_Body").FillAsync("Half a sent");
        await page.Locator("#Input_Files").SetInputFilesAsync(new FilePayload { Name = "one.txt", MimeType = "text/plain", Buffer = "one"u8.ToArray() });
        await page.Locator(".file-row[data-file-row=sent]").WaitForAsync();
        string[] said = ["One", "Two", "Three", "Four", "Five"];
        foreach (var text in said)
        {
            await Get<ReplyAsStaff>().HandleAsync(key, new StaffReplyInput(text, []), staff.Viewer, CancellationToken.None);
        }

        var log = (await Get<LogWork>().HandleAsync(key, new WorkInput(90, "Found it", WorkedAt: null, "key"), staff.Viewer, CancellationToken.None)).Value;
        await page.Locator("#timeline").GetByText("1 h 30 min of work").WaitForAsync();
        await Get<ReverseWorkLog>().HandleAsync(key, log.Id, "Wrong ticket", staff.Viewer, CancellationToken.None);
        await page.Locator("#timeline").GetByText("1 h 30 min given back to your hours").WaitForAsync();

        // The clock of the business stands still here: all of them were written in one instant. What the browser has not
        // laid out yet has the line ends of its source.
        Assert.Equal(said, (await page.Locator("#conversation .message-staff .prose").AllInnerTextsAsync()).Select(text => text.Trim()));
        Assert.Equal("Half a sent", await page.Locator("#Input_Body").InputValueAsync());
        Assert.Equal(1, await page.Locator(".file-row input[name='Input.Kept']").CountAsync());
        await page.Locator("#Input_Body").PressSequentiallyAsync("ence");
        await page.Locator("form[action*=Reply] .button-primary").ClickAsync();
        await new TicketPages(page).WaitForMessageAsync("Half a sentence");
        Assert.Equal("one", await new TicketPages(page).DownloadAsync());
    });

    [BrowserFact]
    public Task FLU_12_Without_scripts_the_outlook_is_shown_before_the_ticket_can_be_sent() => VisitAsync(Screen.Phone with { Scripts = false }, async page =>
    {
        await SignInAsync(page);
        var tickets = new TicketPages(page);
        await tickets.OpenFormAsync();
        Assert.False(await page.Locator("[data-send]").IsVisibleAsync());

        await tickets.FillAsync("Un detalle", "El botón está corrido.", urgent: false, weighty: false);
        await tickets.AttachAsync("pantalla.txt", "captura");
        await tickets.PreviewAsync();
        await tickets.OutlookAsync("Backlog");
        await tickets.SendAsync();

        Assert.Equal("captura", await tickets.DownloadAsync());
    });

    [BrowserFact]
    public Task A_list_of_tickets_can_be_read_on_every_screen() => VisitAsync(English, async page =>
    {
        var buyer = await SignInAsync(page);
        foreach (var (subject, urgency, impact) in new[]
        {
            ("The checkout does not accept cards", Urgency.High, Impact.High),
            ("Prices with a very long subject line that goes on and on until it does not fit into one row any more, not even on a wide screen", Urgency.High, Impact.Low),
            ("Connect the warehouse", Urgency.Low, Impact.High),
            ("A colour", Urgency.Low, Impact.Low),
        })
        {
            var input = new OpenTicketInput(subject, "Text", "support", urgency, impact, "vtex", ScheduleForNextPeriod: false, [], IdempotencyKey: null);
            Assert.Null((await Get<OpenTicket>().HandleAsync(input, buyer.Viewer, CancellationToken.None)).Refusal);
        }

        await page.GotoAsync("/tickets");
        await LookAsync(page, "tickets");
        await page.GotoAsync("/tickets?q=nothing");
        await LookAsync(page, "tickets-no-match");
    });

    private TicketPolicy Policy => Get<TicketStore>().Policy;

    private async Task<Buyer> SignInAsync(IPage page)
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        return buyer;
    }

    /// <summary>Staff, as far as the store is concerned: a rule on the ticket, saved.</summary>
    private async Task AsStaffAsync(Buyer buyer, int number, Func<CurrentTicket, Result<TicketChange>> rule)
    {
        var tickets = Get<TicketStore>();
        var id = (await Get<TicketReader>().FindIdAsync(buyer.Account, number, CancellationToken.None))!.Value;
        var done = await Fixture.Host.Transactions.RunAsync<Done>(
            buyer.Account,
            async (scope, token) =>
            {
                var ticket = (await tickets.FindAsync(scope.Db, buyer.Account, id, token))!;
                return rule(ticket).Map(change =>
                {
                    tickets.Save(scope, ticket, change);
                    return Done.Value;
                });
            },
            CancellationToken.None);
        Assert.Null(done.Refusal);
    }

    private T Get<T>()
        where T : notnull => Fixture.Host.Services.GetRequiredService<T>();

    private static async Task LookAsync(IPage page, string name)
    {
        await Accessibility.AssertAsync(page);
        foreach (var screen in new[] { Screen.Phone.Dark, Screen.Phone, Screen.Desktop.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} is wider than {screen}.");
            await Gallery.SaveAsync(page, name, screen);
        }
    }
}
