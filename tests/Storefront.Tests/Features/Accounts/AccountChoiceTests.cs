using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
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
        Assert.Equal("First", (await visitor.GetAsync("/account/choose")).Document.QuerySelector("main [aria-pressed=true]")?.TextContent);
    }
}
