using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Features.Meetings;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Meetings;

/// <summary>Meetings as visitors, customers and staff see them, without scripts.</summary>
public sealed class MeetingPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_22_A_visitor_books_moves_and_calls_off_by_the_link_alone()
    {
        using var visitor = host.CreateClient();
        var page = await OpenAsync(visitor, "/meetings");
        var time = page.QuerySelectorAll("#book input[type=radio]")[0].GetAttribute("value")!;

        using var booked = await SendAsync(visitor, page, "#book", ("Input.StartsAt", time), ("Input.Name", "Ana"), ("Input.Email", "visitor@tienda.example"), ("Input.Topic", "<b>Hello</b>"));
        Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        var link = booked.Headers.Location!.OriginalString.Split('?')[0];

        using var stranger = host.CreateClient();
        var shown = await OpenAsync(stranger, link);
        Assert.Contains("<b>Hello</b>", shown.QuerySelector("#meeting")!.TextContent, StringComparison.Ordinal);
        using var file = await stranger.GetAsync(new Uri($"{link}?handler=Calendar", UriKind.Relative));
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var other = shown.QuerySelectorAll("#move input[type=radio]")[^1].GetAttribute("value")!;
        using var moved = await SendAsync(stranger, shown, "#move form", ("Input.StartsAt", other));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        using var off = await SendAsync(stranger, await OpenAsync(stranger, link), "#cancel");
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Null((await OpenAsync(stranger, link)).QuerySelector("#cancel"));
        await using var db = host.Db();
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(row => row.Email == "visitor@tienda.example");
        Assert.Equal((MeetingStatus.Canceled, 2), (meeting.Status, meeting.Sequence));
        Assert.Equal(other, meeting.StartsAt.ToString());
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_something_is_wrong()
    {
        using var visitor = host.CreateClient();
        var page = await OpenAsync(visitor, "/meetings");
        var time = page.QuerySelectorAll("#book input[type=radio]").ElementAt(3).GetAttribute("value")!;

        using var refused = await SendAsync(visitor, page, "#book", ("Input.StartsAt", time), ("Input.Name", "Ana"), ("Input.Email", "ana"), ("Input.Topic", "Prices"));

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var kept = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal(time, kept.QuerySelector("#book input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal(("Ana", "Prices"), (kept.QuerySelector("#Input_Name")!.GetAttribute("value"), kept.QuerySelector("#Input_Topic")!.TextContent.Trim()));
        Assert.NotEmpty(kept.QuerySelector("#Input_Email-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Times_are_those_of_the_readers_zone_before_and_after_its_clocks_change()
    {
        // Madrid is three hours and, from its change on 29 March, another number of hours away from Santiago; what is posted is the instant.
        using var visitor = host.CreateClient();
        var page = await OpenAsync(visitor, "/meetings?zone=Europe/Madrid");
        var first = page.QuerySelector("#book .slot")!;
        var at = NodaTime.Text.InstantPattern.General.Parse(first.QuerySelector("input")!.GetAttribute("value")!).Value;

        Assert.Equal(at.InZone(DateTimeZoneProviders.Tzdb["Europe/Madrid"]).TimeOfDay.ToString("HH:mm", null), first.TextContent.Trim());
        Assert.Contains("Europe/Madrid", page.QuerySelector("#book")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_22_A_customer_asks_on_its_ticket_sees_it_there_and_staff_see_it_on_their_list()
    {
        var customer = await Buyer.OpenAsync(host);
        var number = (await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None)).Value.Number;
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        await browser.OpenAsync($"/tickets/{number}");
        await browser.OpenAsync(browser.Page.QuerySelector("#meetings a")!.GetAttribute("href")!);
        var time = browser.Page.QuerySelectorAll("#book input[type=radio]").ElementAt(8).GetAttribute("value")!;

        await browser.SubmitAsync("#book", ("Input.StartsAt", time), ("Input.Topic", "The cart"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);

        await browser.OpenAsync($"/tickets/{number}");
        Assert.NotNull(browser.Page.QuerySelector("#meetings li a"));
        Assert.Contains("Meeting on", browser.Page.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync("/meetings");
        Assert.Single(browser.Page.QuerySelectorAll("#coming li"));
        await staff.OpenAsync("/desk/meetings");
        Assert.Contains($"#{number}", staff.Text, StringComparison.Ordinal);
        await staff.SubmitAsync("form[action*=Host]", ("takes", "true"));
        await staff.FollowAsync();
        Assert.Contains("Valentina holds it", staff.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/desk/meetings");
        Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_find_a_free_time_book_move_and_call_off_their_own_and_nobody_elses()
    {
        using var api = await TicketApi.ConnectAsync(host);
        using var stranger = await TicketApi.ConnectAsync(host);
        var times = (await api.AskAsync("{ meetingSlots { startsAt } }"))["meetingSlots"]!.AsArray().Select(slot => slot!["startsAt"]!.GetValue<string>()).ToList();
        const string Move = "mutation($id: ID!, $at: DateTime!) { moveMeeting(input: { meetingId: $id, startsAt: $at }) { meeting { startsAt } errors { ... on Error { code } } } }";

        var booked = await api.AskAsync(
            """mutation($at: DateTime!) { bookMeeting(input: { startsAt: $at, idempotencyKey: "k" }) { meeting { id kind startsAt } errors { ... on Error { code } } } }""", new { at = times[20] });
        var id = booked["bookMeeting"]!["meeting"]!["id"]!.GetValue<string>();
        var theirs = await stranger.AskAsync(Move, new { id, at = times[24] });
        var moved = await api.AskAsync(Move, new { id, at = times[24] });
        var off = await api.AskAsync("mutation($id: ID!) { cancelMeeting(input: { meetingId: $id }) { meeting { status } } }", new { id });

        Assert.Contains("NOT_FOUND", theirs.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(times[24], moved["moveMeeting"]!["meeting"]!["startsAt"]!.GetValue<string>());
        Assert.Equal("CANCELED", off["cancelMeeting"]!["meeting"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_books_on_and_on_is_asked_to_wait()
    {
        await using var other = await StorefrontHost.StartAsync();
        using var visitor = other.CreateClient();
        var page = await OpenAsync(visitor, "/meetings");
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 22; time++)
        {
            using var answer = await SendAsync(visitor, page, "#book", ("Input.Name", "Ana"));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[19]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20]);
    }

    private static async Task<IHtmlDocument> OpenAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, IHtmlDocument page, string selector, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)page.QuerySelector(selector)!;
        var all = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : "/meetings";
        return http.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(all));
    }
}
