using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Desk.Presence;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk.Presence;

/// <summary>Who looks at a ticket, where colleagues' pages hang on different nodes of one database.</summary>
public sealed class PresenceAcrossNodesTests
{
    [Theory, OnPostgres]
    public async Task COM_06_A_colleague_on_another_node_is_seen_until_the_page_or_the_node_is_gone(DatabaseKind kind)
    {
        await using var here = await StorefrontHost.StartAsync(kind);
        await using var there = await StorefrontHost.StartAsync(configure: builder => builder.Configuration["Database"] = here.Database.Postgres);
        var customer = await Buyer.OpenAsync(here);
        var number = (await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: "Nodos"), customer.Viewer, CancellationToken.None)).Value.Number;
        var (valentina, tomas) = (await StaffMember.HireAsync(here), await StaffMember.HireAsync(here, "Tomás Rivas"));
        using var his = await PlainBrowser.SignInAsync(there, tomas.Email, StaffMember.Password);
        using var hers = await PlainBrowser.SignInAsync(here, valentina.Email, StaffMember.Password);
        await his.OpenAsync($"/desk/tickets/{number}");
        var stream = his.Page.QuerySelector("[data-live-stream]")!.GetAttribute("data-live-stream")!;
        var seen = here.Services.GetRequiredService<DeskPresence>();
        var told = 0;
        using var watching = seen.Watch(number, () => Interlocked.Increment(ref told));

        using (var leaving = new CancellationTokenSource())
        {
            var looking = his.FollowStreamAsync(stream, leaving.Token);
            await Eventually.IsTrueAsync(() => Task.FromResult(seen.At(number).Count == 1), seconds: 60);
            await hers.OpenAsync($"/desk/tickets/{number}");
            Assert.Equal(HttpStatusCode.OK, hers.Status);
            Assert.Contains("Tomás Rivas is looking at this ticket too", hers.Page.QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
            await leaving.CancelAsync();
            await looking;
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(seen.At(number).Count == 0), seconds: 60);
        await Eventually.IsTrueAsync(() => Task.FromResult(Volatile.Read(ref told) == 2), seconds: 60);

        // A node that stops says so, whatever hangs on it.
        using var open = there.Services.GetRequiredService<DeskPresence>().Enter(number, tomas.Viewer);
        await Eventually.IsTrueAsync(() => Task.FromResult(seen.At(number).Count == 1), seconds: 60);
        await there.RestartAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(seen.At(number).Count == 0), seconds: 60);
    }

    [Fact]
    public void Whoever_hangs_on_a_node_that_died_is_forgotten_and_our_own_stay()
    {
        var presence = new DeskPresence();
        var (dead, alive, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TestStore.Start.ToDateTimeOffset());
        var (ana, beto) = (new PresenceNews(7, new(Guid.CreateVersion7()), "Ana", IsHere: true), new PresenceNews(7, new(Guid.CreateVersion7()), "Beto", IsHere: true));
        var mine = new Storefront.Hosting.Viewers.Viewer(new(Guid.CreateVersion7()), "Carla", "", IsStaff: true, null, null, null, null);
        using var page = presence.Enter(7, mine);
        presence.Heard(dead, ana, now);
        presence.Heard(alive, ana, now);
        presence.Heard(alive, beto, now.AddMinutes(1));
        Assert.Equal(["Carla", "Ana", "Beto"], presence.At(7).Select(looker => looker.Name));

        presence.Forget(looker => looker.Node == dead);
        Assert.Equal(["Carla", "Ana", "Beto"], presence.At(7).Select(looker => looker.Name));
        presence.Forget(looker => looker.HeardAt <= now);
        Assert.Equal(["Carla", "Beto"], presence.At(7).Select(looker => looker.Name));
        Assert.Equal(["Carla"], presence.Own().Select(news => news.Name));

        presence.Heard(alive, beto with { IsHere = false }, now);
        presence.Heard(alive, beto with { IsHere = false }, now);
        Assert.Equal(["Carla"], presence.At(7).Select(looker => looker.Name));
    }

    [Fact]
    public void What_is_said_is_read_again_and_nothing_else_is()
    {
        var news = new PresenceNews(12, new(Guid.CreateVersion7()), "Ñandú de  Souza", IsHere: false);

        Assert.Equal(news, PresenceNews.Read(news.ToString()));
        Assert.All(["", "here", "here 1", "here x y z", "gone", "left -1 0 a"], text => Assert.Null(PresenceNews.Read(text)));
    }
}
