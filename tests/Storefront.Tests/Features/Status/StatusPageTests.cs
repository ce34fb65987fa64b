using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;
using Storefront.Features.Status;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Status;

/// <summary>FEN-20: staff tell, and everybody sees.</summary>
public sealed class StatusPageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_20_An_incident_is_told_updated_and_resolved_and_everybody_sees_it(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        using var stranger = host.CreateClient();
        stranger.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("Everything works", await ReadAsync(stranger, "/status"), StringComparison.Ordinal);
        Assert.DoesNotContain("status-strip", await ReadAsync(stranger, "/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/status\"", await ReadAsync(stranger, "/"), StringComparison.Ordinal);

        await staff.OpenAsync("/desk/status");
        await staff.SubmitTwiceAsync(
            "form[action*=Incident]", ("Wrong.Title", "Payments fail"), ("Wrong.Level", "Outage"), ("Wrong.Components", "payments"), ("Wrong.Text", "We are **on it**."));
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);
        await staff.FollowAsync();

        var page = await ReadAsync(stranger, "/status");
        Assert.Contains("Something is down", page, StringComparison.Ordinal);
        Assert.Contains("<strong>on it</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Payments fail", await ReadAsync(stranger, "/plans"), StringComparison.Ordinal);
        var status = await AskAsync(stranger);
        Assert.Equal(("OUTAGE", "Payments fail"), ($"{status["level"]}", $"{status["text"]}"));
        Assert.Equal(["payments OUTAGE"], status["components"]!.AsArray().Select(part => $"{part!["key"]} {part["level"]}").Where(part => !part.EndsWith("OPERATIONAL", StringComparison.Ordinal)));
        Assert.Equal(["INVESTIGATING"], status["incidents"]!.AsArray().Select(incident => $"{incident!["step"]}"));

        await staff.SubmitAsync("form[method=post]:has(#Told_Step)", ("Told.Step", "Identified"), ("Told.Text", "It is the gateway."));
        await staff.FollowAsync();
        await staff.SubmitAsync("form[method=post]:has(#Told_Step)", ("Told.Step", "Resolved"), ("Told.Text", "It works again."));
        await staff.FollowAsync();
        Assert.Null(staff.Page.QuerySelector("#Told_Step"));

        page = await ReadAsync(stranger, "/status");
        Assert.Contains("Everything works", page, StringComparison.Ordinal);
        Assert.Contains("It is the gateway.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("status-strip", await ReadAsync(stranger, "/plans"), StringComparison.Ordinal);
        status = await AskAsync(stranger);
        Assert.Equal(["Payments fail"], status["history"]!.AsArray().Select(incident => $"{incident!["title"]}"));
        Assert.Equal(["RESOLVED", "IDENTIFIED", "INVESTIGATING"], status["history"]![0]!["updates"]!.AsArray().Select(update => $"{update!["step"]}"));
        await using var db = host.Db();
        Assert.Equal((1, 3), (await db.Set<Incident>().CountAsync(), await db.Set<IncidentUpdate>().CountAsync()));
    }

    [Fact]
    public async Task FEN_20_Announced_maintenance_is_shown_ahead_and_begins_with_the_clock()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        await staff.OpenAsync("/desk/status");

        await staff.SubmitAsync("form[action*=Maintenance]", ("Work.Title", "New database"), ("Work.StartsAt", "2026-11-03T02:00"), ("Work.EndsAt", "2026-11-02T04:00"), ("Work.Text", "It will be quick."));
        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Contains("It has to end after it begins", staff.Page.QuerySelector("#Work_EndsAt-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("New database", staff.Page.QuerySelector("#Work_Title")!.GetAttribute("value"));
        await staff.SubmitAsync("form[action*=Maintenance]", ("Work.Title", "New database"), ("Work.StartsAt", "2026-11-03T02:00"), ("Work.EndsAt", "2026-11-03T04:00"), ("Work.Text", "It will be quick."));
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);

        await staff.OpenAsync("/status");
        Assert.Contains("Everything works", staff.Text, StringComparison.Ordinal);
        Assert.Contains("Planned New database", staff.Text, StringComparison.Ordinal);
        Assert.Null(staff.Page.QuerySelector(".status-strip"));
        await host.MoveClockAsync(NodaTime.Duration.FromHours(24));
        await staff.OpenAsync("/status");
        Assert.Contains("Planned maintenance is going on", staff.Text, StringComparison.Ordinal);
        Assert.Contains("Maintenance: New database", staff.Page.QuerySelector(".status-strip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FEN_20_Who_follows_the_status_hears_of_a_change()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var stranger = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { houseStatusChanged { level text } }" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await stranger.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("OPERATIONAL", await NextAsync(lines), StringComparison.Ordinal);

        await OpenAsync(host, "The panel is slow", (await StaffMember.HireAsync(host)).Viewer);

        Assert.Contains("The panel is slow", await NextAsync(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_tell_and_what_they_tell_is_checked()
    {
        await using var host = await StorefrontHost.StartAsync();
        var customer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        await browser.OpenAsync("/desk/status");
        Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
        Assert.IsType<NotFound>((await OpenAsync(host, "I say so", customer.Viewer)).Refusal);

        var open = host.Services.GetRequiredService<OpenIncident>();
        Assert.IsType<Storefront.Domain.Tickets.TextNotValid>((await OpenAsync(host, " ", staff)).Refusal);
        Assert.IsType<UnknownStatusComponent>((await open.HandleAsync(Input("Something", ["the moon"]), staff, CancellationToken.None)).Refusal);
        var opened = (await OpenAsync(host, "<script>alert(1)</script>", staff)).Value;
        Assert.IsType<NotFound>((await host.Services.GetRequiredService<UpdateIncident>().HandleAsync(
            opened.Id, IncidentStep.Resolved, "Over", "key", customer.Viewer, CancellationToken.None)).Refusal);
        await browser.OpenAsync("/status");
        Assert.DoesNotContain("<script>alert", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", browser.Text, StringComparison.Ordinal);
    }

    private static Task<Result<Incident>> OpenAsync(StorefrontHost host, string title, Storefront.Hosting.Viewers.Viewer staff) =>
        host.Services.GetRequiredService<OpenIncident>().HandleAsync(Input(title, []), staff, CancellationToken.None);

    private static OpenIncidentInput Input(string title, string[] components) =>
        new(IncidentKind.Incident, HouseStatusLevel.Degraded, title, "We are on it.", components, null, null, $"key of {title}");

    private static async Task<string> ReadAsync(HttpClient http, string path) => await http.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task<string> NextAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var line = await lines.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The stream ended.");
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Contains('{', StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    private static async Task<JsonNode> AskAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new
        {
            query = "{ house { status { level text components { key name level } incidents { title step } maintenance { title } history { title updates { step text } } } } }",
        });
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!["house"]!["status"]!;
    }
}
