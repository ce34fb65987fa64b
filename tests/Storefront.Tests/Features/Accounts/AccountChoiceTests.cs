using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>Who belongs to several accounts looks at one of them.</summary>
public sealed class AccountChoiceTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task COM_06_An_account_is_chosen_among_ones_own_only()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("ana@five.example", company: "First");
        var second = await host.OpenAccountAsync("Second");
        var foreign = await host.OpenAccountAsync("Foreign");
        await using (var db = host.Db())
        {
            var user = await db.Users.SingleAsync(row => row.Email == "ana@five.example");
            db.Add(new Member { AccountId = second, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Viewer, JoinedAt = TestStore.Start });
            await db.SaveChangesAsync();
        }

        var page = await visitor.GetAsync("/account/choose");
        Assert.Contains("Second", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Foreign", page.Text, StringComparison.Ordinal);

        Assert.Equal("/account", (await visitor.SendAsync(page, "main form", ("account", second.Value.ToString()))).Location?.OriginalString);
        Assert.Equal("Second", (await visitor.GetAsync("/account/choose")).Document.QuerySelector("main [aria-pressed=true]")?.TextContent);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(page, "main form", ("account", foreign.Value.ToString()))).Status);
        visitor.Cookies.Add(host.Address, new Cookie(SessionViewer.AccountCookie, foreign.Value.ToString()));
        Assert.Null((await visitor.GetAsync("/account/choose")).Document.QuerySelector("main [aria-pressed=true]"));
    }

    [Fact]
    public async Task COM_06_Whoever_was_taken_out_of_an_account_writes_into_none_of_its_others_until_it_chooses()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("eva@five.example", company: "Home");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/members")).Status);
        Assert.Null(ChosenBy(visitor));
        var agency = await host.OpenAccountAsync("Agency");
        await using var db = host.Db();
        var user = await db.Users.SingleAsync(row => row.Email == "eva@five.example");
        var before = TestStore.Start - Duration.FromDays(1);
        db.Add(new Member { AccountId = agency, Id = MemberId.New(before), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = before });
        await db.SaveChangesAsync();

        var open = await visitor.GetAsync("/account/members");
        Assert.Contains("Agency", open.Text, StringComparison.Ordinal);
        Assert.Equal(agency.Value.ToString(), ChosenBy(visitor));
        await db.Set<Member>().Where(row => row.AccountId == agency).ExecuteDeleteAsync();

        // As the page's script does when its stream ends.
        await visitor.GetAsync("/graphql?query=%7B__typename%7D");
        foreach (var page in new[] { "/account", "/account/members", "/subscription/change", "/tickets", "/tickets/new", "/invoices.csv", "/account/export" })
        {
            Assert.Equal("/account/choose", (await visitor.GetAsync(page)).Location?.OriginalString);
        }

        var sent = await visitor.SendAsync(open, "#invite", ("Input.Email", "zoe@five.example"), ("Input.Role", "Member"), ("Input.Limit", ""));
        Assert.Equal("/account/choose", sent.Location?.OriginalString);
        Assert.False(await db.Set<Invitation>().AnyAsync(row => row.Email == "zoe@five.example"));

        var home = await db.Set<Member>().SingleAsync(row => row.UserId == user.Id);
        await visitor.SendAsync(await visitor.GetAsync("/account/choose"), "main form", ("account", home.AccountId.Value.ToString()));
        Assert.Contains("Home", (await visitor.GetAsync("/account/members")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_forgets_what_somebody_else_chose_in_the_same_browser()
    {
        using (var registered = new Visitor(host))
        {
            await registered.JoinAsync("gil@five.example", company: "Gil & Co");
        }

        using var visitor = new Visitor(host);
        visitor.Cookies.Add(host.Address, new Cookie(SessionViewer.AccountCookie, Guid.CreateVersion7().ToString(), "/"));
        await visitor.SignInAsync("gil@five.example");

        Assert.Null(ChosenBy(visitor));
        Assert.Contains("Gil & Co", (await visitor.GetAsync("/account/members")).Text, StringComparison.Ordinal);
    }

    private string? ChosenBy(Visitor visitor) => visitor.Cookies.GetCookies(host.Address)[SessionViewer.AccountCookie]?.Value;
}
