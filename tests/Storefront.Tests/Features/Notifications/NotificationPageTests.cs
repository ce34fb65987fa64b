using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Notifications;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Notifications;

/// <summary>What a person decides about its mail, by page and API, and the link under every mail.</summary>
public sealed class NotificationPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task What_is_chosen_on_the_page_is_kept_and_what_is_wrong_is_said_beside_its_field()
    {
        var buyer = await Buyer.OpenAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await browser.OpenAsync("/account/notifications");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        (string, string)[] times = [("Input.DigestAt", "18:30"), ("Input.TimeZone", "America/Bogota")];
        await browser.SubmitAsync("main form", [.. times, ("Input.Timings[Quote]", "Off"), ("Input.QuietFrom", "22:00"), ("Input.QuietTo", "")]);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotEmpty(browser.Page.QuerySelector("#Input_QuietFrom-error")!.TextContent.Trim());
        Assert.Equal("22:00", browser.Page.QuerySelector("#Input_QuietFrom")!.GetAttribute("value"));

        await browser.SubmitAsync("main form", [.. times, ("Input.Timings[Quote]", "Off"), ("Input.QuietFrom", "22:00"), ("Input.QuietTo", "07:00")]);
        await browser.FollowAsync();

        Assert.Equal("Off", browser.Page.QuerySelector("#timing-Quote option[selected]")!.GetAttribute("value"));
        Assert.Equal("AtOnce", browser.Page.QuerySelector("#timing-TicketReplied option[selected]")!.GetAttribute("value"));
        Assert.Equal("18:30", browser.Page.QuerySelector("#Input_DigestAt")!.GetAttribute("value"));
        Assert.Equal("America/Bogota", browser.Page.QuerySelector("#Input_TimeZone option[selected]")!.GetAttribute("value"));
        Assert.Equal("07:00", browser.Page.QuerySelector("#Input_QuietTo")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_program_reads_and_changes_the_same()
    {
        using var api = await TicketApi.ConnectAsync(host);

        var changed = await api.AskAsync("""
            mutation { changeNotifications(input: { choices: [{ kind: HOURS_REPORT, timing: DAILY }], digestAt: "07:15", quietFrom: "21:00", quietTo: "06:00", timeZone: "America/Montevideo" }) {
              notifications { choices { kind timing } digestAt quietFrom quietTo timeZone alwaysSent } errors { __typename } } }
            """);
        var refused = await api.AskAsync("""mutation { changeNotifications(input: { choices: [{ kind: RECEIPT, timing: OFF }] }) { errors { ... on Error { code } } } }""");
        var read = await api.AskAsync("{ viewer { notifications { digestAt quietFrom timeZone } } }");

        var settings = changed["changeNotifications"]!["notifications"]!;
        Assert.Contains("""{"kind":"HOURS_REPORT","timing":"DAILY"}""", settings["choices"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("MAIL_ALWAYS_SENT", refused.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""{"digestAt":"07:15","quietFrom":"21:00","timeZone":"America/Montevideo"}""", read["viewer"]!["notifications"]!.ToJsonString());
    }

    [Fact]
    public async Task The_link_under_a_mail_asks_when_it_is_opened_and_ends_the_mails_when_it_is_posted_signed_in_or_not()
    {
        var buyer = await Buyer.OpenAsync(host);
        var path = new Uri($"/unsubscribe/{host.Services.GetRequiredService<UnsubscribeLinks>().TokenOf(buyer.Viewer.UserId, MailKind.Quote)}", UriKind.Relative);
        using var stranger = host.CreateClient();

        using var asked = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Null(await TimingAsync(buyer));

        // As RFC 8058 has a mail program do it: no cookie, no form's token.
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var ended = await stranger.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(MailTiming.Off, await TimingAsync(buyer));

        using var parts = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(path, parts)).StatusCode);
    }

    [Fact]
    public async Task A_link_with_one_letter_changed_is_not_found()
    {
        var buyer = await Buyer.OpenAsync(host);
        var token = host.Services.GetRequiredService<UnsubscribeLinks>().TokenOf(buyer.Viewer.UserId, MailKind.Quote).ToCharArray();
        token[40] = token[40] == 'A' ? 'B' : 'A';
        using var stranger = host.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/unsubscribe/{new string(token)}", UriKind.Relative))).StatusCode);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("everything", "true")]);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(new Uri($"/unsubscribe/{new string(token)}", UriKind.Relative), form)).StatusCode);
        Assert.Null(await TimingAsync(buyer));
    }

    private async Task<MailTiming?> TimingAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<NotificationChoice>().Where(row => row.UserId == buyer.Viewer.UserId && row.Kind == MailKind.Quote)
            .Select(row => (MailTiming?)row.Timing).SingleOrDefaultAsync();
    }
}
