using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Features.Members;
using Storefront.Tests.Features.Accounts;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Members;

/// <summary>The pages of members and of an invitation, without scripts.</summary>
public sealed class MembersPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task An_owner_invites_changes_and_removes_and_the_form_keeps_what_was_typed()
    {
        var owner = await Buyer.OpenAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/members");
        foreach (var (email, role, limit) in new (string, string, string)[]
        {
            ("", "Member", ""), ("no address", "Member", "2"), (new string('x', 400) + "@a.example", "Member", ""), ("leo@page.example", "Boss", "2"),
            ("leo@page.example", "7", "2"), ("leo@page.example", "", ""), ("leo@page.example", "Member", "abc"), ("leo@page.example", "Member", "-3"),
            ("leo@page.example", "Member", "0"), ("leo@page.example", "Member", "9999999"),
        })
        {
            await browser.SubmitAsync("#invite", ("Input.Email", email), ("Input.Role", role), ("Input.Limit", limit));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.NotNull(browser.Page.QuerySelector(".error-summary"));
            Assert.Equal(email, browser.Page.QuerySelector("#Input_Email")!.GetAttribute("value") ?? "");
            Assert.Equal(limit, browser.Page.QuerySelector("#Input_Limit")!.GetAttribute("value") ?? "");
        }
    }

    [Fact]
    public async Task A_newcomer_follows_the_link_registers_and_lands_in_the_account_and_is_changed_and_removed()
    {
        var owner = await Buyer.OpenAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/members");
        await browser.SubmitTwiceAsync("#invite", ("Input.Email", "Mia@Page.example"), ("Input.Role", "Member"), ("Input.Limit", "1 h 30"));
        await browser.OpenAsync("/account/members");
        Assert.Contains("mia@page.example Member 1 h 30 min", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.MailsAsync("mia@page.example"));

        using var mia = new Visitor(host);
        var link = await mia.LinkAsync("mia@page.example", "invitation");
        var page = await mia.GetAsync(link);
        Assert.Contains("Ana Rojas invites you to Tienda Sur as member", page.Text, StringComparison.Ordinal);
        var weak = await mia.SendAsync(page, "main form", ("Input.Name", "Mia Soto"), ("Input.Password", "short"));
        Assert.Equal("Mia Soto", weak.ValueOf("Input.Name"));
        var both = await mia.SendAsync(page, "main form", ("Input.Name", ""), ("Input.Password", "short"));
        Assert.Equal(
            ["Input.Name", "Input.Password"], both.Document.QuerySelectorAll(".field-validation-error").Select(fault => fault.GetAttribute("data-valmsg-for")));
        var joined = await mia.SendAsync(page, "main form", ("Input.Name", "Mia Soto"), ("Input.Password", Visitor.Password));
        Assert.Equal("/account", joined.Location?.OriginalString);
        var seen = await mia.GetAsync("/account/members");
        Assert.Contains("Mia Soto", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("#invite"));
        Assert.Contains("You belong to", (await mia.GetAsync(link)).Text, StringComparison.Ordinal);

        await browser.OpenAsync("/account/members");
        var change = browser.Page.QuerySelectorAll("#members a").Single(found => found.TextContent.Contains("Mia", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal("/account/members", (await mia.GetAsync(change)).Location?.OriginalString);
        await browser.OpenAsync(change);
        Assert.Equal("1 h 30 min", browser.Page.QuerySelector("#Input_Limit")!.GetAttribute("value")!.Replace('\u00A0', ' '));
        await browser.SubmitAsync("#change", ("Input.Role", "Member"), ("Input.Limit", "4"));
        Assert.Equal("/account/members", browser.Location);
        await browser.FollowAsync();
        Assert.Contains("Member 4 h", browser.Text, StringComparison.Ordinal);
        Assert.Contains("changed how much Mia Soto may approve: from 1 h 30 min to 4 h", browser.Text, StringComparison.Ordinal);
        using var stranger = new Visitor(host);
        await stranger.JoinAsync("stranger@page.example");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(change)).Status);

        await browser.OpenAsync(change);
        await browser.SubmitTwiceAsync("#remove form");
        Assert.Equal("/account/members", browser.Location);
        Assert.Equal("/account/choose", (await mia.GetAsync("/account")).Location?.OriginalString);
        Assert.Contains("You belong to no account", (await mia.GetAsync("/account/choose")).Text, StringComparison.Ordinal);
        Assert.Equal("/account/choose", (await mia.GetAsync("/account/members")).Location?.OriginalString);
        Assert.Contains("accepted already", (await mia.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_a_sign_in_accepts_after_signing_in_and_somebody_else_is_told_whose_it_is()
    {
        var owner = await Buyer.OpenAsync(host);
        using var nora = new Visitor(host);
        await nora.JoinAsync("nora@page.example", company: "Nora & Co");
        await host.InviteAsync(owner.Viewer, "nora@page.example", MemberRole.Viewer);
        using var visitor = new Visitor(host);
        var link = await visitor.LinkAsync("nora@page.example", "invitation");
        var anonymous = await visitor.GetAsync(link);
        Assert.Null(anonymous.Document.QuerySelector("#Input_Password"));
        var signIn = anonymous.Document.QuerySelector("main a.button")!.GetAttribute("href")!;
        Assert.StartsWith("/sign-in?returnTo=", signIn, StringComparison.Ordinal);
        await visitor.JoinAsync("olga@page.example");
        var another = await visitor.GetAsync(link);
        Assert.Contains("for nora@page.example, and you are signed in as olga@page.example", another.Text, StringComparison.Ordinal);
        Assert.Equal(link, (await visitor.SendAsync(another, "main form")).Location?.OriginalString);
        Assert.False(await visitor.IsSignedInAsync());

        var page = await nora.GetAsync(link);
        Assert.Equal("/account", (await nora.SendAsync(page, "main form")).Location?.OriginalString);
        Assert.Equal("/account", (await nora.SendAsync(page, "main form")).Location?.OriginalString);
        var members = await nora.GetAsync("/account/members");
        Assert.Contains("Tienda Sur", members.Text, StringComparison.Ordinal);
        Assert.Contains("You belong to 1 other account", members.Text, StringComparison.Ordinal);

        Assert.Equal("/account/choose", (await nora.SendAsync(members, "#leave form")).Location?.OriginalString);
        Assert.Equal("/account/choose", (await nora.SendAsync(members, "#leave form")).Location?.OriginalString);
        Assert.Contains("Nora & Co", (await nora.GetAsync("/account/members")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/invitation?code=forged")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/invitation")).Status);
    }

    [Fact]
    public async Task Invitations_are_sent_again_and_withdrawn_and_staff_see_the_limit_on_the_desk()
    {
        var owner = await Buyer.OpenAsync(host);
        await host.JoinAsync(owner.Viewer, "pia@page.example", limit: 240);
        await host.InviteAsync(owner.Viewer, "rosa@page.example");
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/members");
        await browser.SubmitAsync("#invitations form[action*=Resend]");
        Assert.Equal(1, await host.MailsAsync("rosa@page.example"));
        await browser.FollowAsync();
        await browser.SubmitTwiceAsync("#invitations form[action*=Withdraw]");
        await browser.FollowAsync();
        Assert.Contains("withdrawn", browser.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        Assert.NotNull((await db.Set<Invitation>().SingleAsync(row => row.Email == "rosa@page.example")).WithdrawnAt);

        var staff = await StaffMember.HireAsync(host);
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync($"/desk/accounts/{owner.Account}");
        Assert.Contains("member, approves up to 4 h", desk.Text, StringComparison.Ordinal);
    }
}
