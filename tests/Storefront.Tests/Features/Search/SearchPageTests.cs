using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Search;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Search;

/// <summary>The pages and the API of search, over HTTP.</summary>
public sealed class SearchPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task A_customer_reads_where_the_words_are_and_nothing_that_is_not_text()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var number = await OpenAsync(visitor.Person, "The <b>cart</b> is slow", "Since **yesterday** the <img src=x onerror=alert(1)> cart takes long.");

        var page = await visitor.ReadAsync("/search?q=CART");

        Assert.Equal($"/tickets/{number}", page.QuerySelector(".search-hit a")!.GetAttribute("href"));
        Assert.Equal("cart", page.QuerySelector(".search-excerpt mark")!.TextContent);
        Assert.Contains("<b>cart</b> is slow", page.QuerySelector(".search-hit a")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main img, .search-hit b"));
        Assert.Equal("1 ticket", page.QuerySelector("[data-count]")!.TextContent);
        Assert.NotNull((await visitor.ReadAsync("/search?q=nothingofthesort")).QuerySelector(".empty"));
        Assert.Null((await visitor.ReadAsync("/search?q=%22%00%F0%9F%92%A5")).QuerySelector(".search-results"));
        Assert.Null((await visitor.ReadAsync("/search")).QuerySelector(".search-results"));
    }

    [Fact]
    public async Task COM_06_No_page_of_a_customer_s_search_tells_of_a_note_or_of_another_account()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var number = await OpenAsync(visitor.Person, "Shipping costs", "They are wrong.");
        using var other = await TicketVisitor.SignInAsync(host);
        await OpenAsync(other.Person, "Berenjena", "Of another account.");
        var staff = await StaffMember.HireAsync(host);
        var key = (await host.Services.GetRequiredService<TicketReader>().FindForStaffAsync(number, CancellationToken.None))!;
        await host.Services.GetRequiredService<AddStaffNote>().HandleAsync(key, "Berenjena among staff", staff.Viewer, CancellationToken.None);

        Assert.NotNull((await visitor.ReadAsync("/search?q=berenjena")).QuerySelector(".empty"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(visitor, "/desk/search?q=berenjena"));

        using var browser = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await browser.OpenAsync("/desk/search?q=berenjena");
        Assert.Equal(2, browser.Page.QuerySelectorAll(".search-hit").Length);
        Assert.Contains("In a note", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/search?q=berenjena");
        Assert.Equal("/desk/search", browser.Location);
    }

    [Fact]
    public async Task Many_results_are_read_page_by_page()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        for (var number = 0; number < 23; number++)
        {
            await OpenAsync(visitor.Person, $"Banner {number}", "Please.");
        }

        var first = await visitor.ReadAsync("/search?q=banner");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await visitor.ReadAsync(next);

        Assert.Equal((20, 3), (first.QuerySelectorAll(".search-hit").Length, second.QuerySelectorAll(".search-hit").Length));
        Assert.Equal("23 tickets", second.QuerySelector("[data-count]")!.TextContent);
        Assert.Equal(3, (await visitor.ReadAsync("/search?q=banner&p=999")).QuerySelectorAll(".search-hit").Length);
        Assert.Equal(20, (await visitor.ReadAsync("/search?q=banner&p=-1")).QuerySelectorAll(".search-hit").Length);
        Assert.Equal(20, (await visitor.ReadAsync("/search?q=banner&p=x")).QuerySelectorAll(".search-hit").Length);
    }

    [Fact]
    public async Task Older_places_follow_after_the_last_page_and_lead_back_to_the_latest()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var first = await OpenAsync(visitor.Person, "Zapallo", "The oldest.");
        var second = await OpenAsync(visitor.Person, "Other", "Please.");
        await using (var db = host.Db())
        {
            var ticket = await db.Set<Ticket>().SingleAsync(row => row.Number == second);
            for (var said = 0; said < TicketSearch.MostHits; said++)
            {
                db.Add(new TicketMessage
                {
                    AccountId = ticket.AccountId,
                    Id = TicketMessageId.New(TestStore.Start),
                    TicketId = ticket.Id,
                    AuthorId = visitor.Person.Viewer.UserId,
                    IsFromStaff = false,
                    Body = "Zapallo",
                    At = TestStore.Start,
                });
            }

            await db.SaveChangesAsync();
        }

        var latest = await visitor.ReadAsync("/search?q=zapallo");
        Assert.Equal([$"/tickets/{second}"], latest.QuerySelectorAll(".search-hit a").Select(link => link.GetAttribute("href")));
        Assert.Equal("1 ticket in the latest 1 000 places", latest.QuerySelector("[data-count]")!.TextContent);
        var older = await visitor.ReadAsync(latest.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal([$"/tickets/{first}"], older.QuerySelectorAll(".search-hit a").Select(link => link.GetAttribute("href")));
        Assert.Null(older.QuerySelector("a[rel=next]"));
        Assert.NotNull(older.QuerySelector("a[href='/search?q=zapallo&p=1']"));
        Assert.Single((await visitor.ReadAsync("/search?q=zapallo&before=nonsense")).QuerySelectorAll(".search-hit"));

        using var api = await TicketApi.ConnectAsync(host, person: visitor.Person);
        const string query = "query($older: String) { searchTickets(text: \"zapallo\", olderThan: $older) { nodes { older ticket { number } } } }";
        var newest = (await api.AskAsync(query, new { older = (string?)null }))["searchTickets"]!["nodes"]![0]!;
        var further = (await api.AskAsync(query, new { older = (string?)newest["older"] }))["searchTickets"]!["nodes"]![0]!;
        Assert.Equal((second, first), ((int)newest["ticket"]!["number"]!, (int)further["ticket"]!["number"]!));
        Assert.Null(further["older"]);
    }

    [Fact]
    public async Task The_API_finds_what_its_token_may_read()
    {
        using var api = await TicketApi.ConnectAsync(host);
        await api.OpenAsync(TicketApi.Ticket(subject: "Remolacha in the cart"));
        using var other = await TicketApi.ConnectAsync(host);
        const string query =
            "query($text: String!) { searchTickets(text: $text, first: 5) { totalCount nodes { place messageId excerpt excerptHtml subjectHtml ticket { subject } } } }";

        var found = (await api.AskAsync(query, new { text = "pay remol" }))["searchTickets"]!;
        Assert.Equal(1, (int)found["totalCount"]!);
        Assert.Equal("Remolacha in the cart", (string)found["nodes"]![0]!["ticket"]!["subject"]!);
        Assert.Equal("<mark>Remolacha</mark> in the cart", (string)found["nodes"]![0]!["subjectHtml"]!);
        Assert.Equal("Nobody can <mark>pay</mark>.", (string)found["nodes"]![0]!["excerptHtml"]!);
        Assert.Equal("MESSAGE", (string)found["nodes"]![0]!["place"]!);
        Assert.Equal(0, (int)(await other.AskAsync(query, new { text = "remol" }))["searchTickets"]!["totalCount"]!);
        Assert.Equal(0, (int)(await api.AskAsync(query, new { text = "\"\u0000" }))["searchTickets"]!["totalCount"]!);
    }

    private static async Task<HttpStatusCode> StatusAsync(TicketVisitor visitor, string path)
    {
        using var answer = await visitor.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task<int> OpenAsync(Buyer person, string subject, string body) =>
        (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: subject, body: body), person.Viewer, CancellationToken.None)).Value.Number;
}
