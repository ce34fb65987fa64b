using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
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
        visitor.Cookies.GetAllCookies().Single(cookie => cookie.Name == SessionViewer.AccountCookie).Expired = true;
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

        Assert.Equal(HttpStatusCode.Conflict, (await InviteAsync(visitor, open, "zoe@five.example")).Status);
        visitor.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var sent = await InviteAsync(visitor, open, "zoe@five.example");
        Assert.Equal("/account/choose?unsent=true", sent.Location?.OriginalString);
        Assert.False(await db.Set<Invitation>().AnyAsync(row => row.Email == "zoe@five.example"));

        var home = await db.Set<Member>().SingleAsync(row => row.UserId == user.Id);
        await visitor.SendAsync(await visitor.GetAsync("/account/choose"), "main form", ("account", home.AccountId.Value.ToString()));
        Assert.Contains("Home", (await visitor.GetAsync("/account/members")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task COM_06_A_form_opened_for_the_only_account_writes_into_no_other_that_took_its_place(bool hasCookie)
    {
        var email = $"only{hasCookie}@five.example";
        using var visitor = Browser();
        await visitor.JoinAsync(email, company: "First home");
        var open = await visitor.GetAsync("/account/members");
        var other = await JoinOtherAsync(email);
        await using var db = host.Db();
        await db.Set<Member>().Where(row => row.AccountId != other && db.Users.Any(user => user.Id == row.UserId && user.Email == email)).ExecuteDeleteAsync();
        if (!hasCookie)
        {
            foreach (var cookie in visitor.Cookies.GetAllCookies().Where(cookie => cookie.Name == SessionViewer.AccountCookie))
            {
                cookie.Expired = true;
            }
        }

        await IsNotTakenAsync(visitor, open);
    }

    [Fact]
    public async Task COM_06_A_form_opened_before_another_account_was_chosen_elsewhere_is_not_taken_and_signing_out_is()
    {
        using var visitor = Browser();
        await visitor.JoinAsync("tabs@five.example", company: "Tab one");
        var open = await visitor.GetAsync("/account/members");
        var other = await JoinOtherAsync("tabs@five.example");
        await visitor.SendAsync(await visitor.GetAsync("/account/choose"), "main form", ("account", other.Value.ToString()));

        await IsNotTakenAsync(visitor, open);
        Assert.Equal("/account/members", (await visitor.SendAsync(open, "form[action^='/language']", ("language", "en"))).Location?.OriginalString);
        Assert.Equal("/", (await visitor.SendAsync(open, "form[action='/sign-out']")).Location?.OriginalString);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task COM_06_A_file_sent_from_a_page_of_another_account_is_refused_with_the_reason()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("file@five.example", company: "File one");
        var open = await visitor.GetAsync("/account/members");
        var other = await JoinOtherAsync("file@five.example");
        await visitor.SendAsync(await visitor.GetAsync("/account/choose"), "main form", ("account", other.Value.ToString()));

        using var file = new ByteArrayContent("text"u8.ToArray());
        using var token = new StringContent(open.ValueOf("__RequestVerificationToken"));
        using var form = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { file, "file", "a.txt" } };
        using var answer = await visitor.Http.PostAsync(new Uri("/attachments", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(
            "It was opened for another account", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task COM_06_A_person_without_any_account_whose_form_was_not_taken_is_not_asked_to_choose_one()
    {
        using var visitor = Browser();
        await visitor.JoinAsync("none@five.example", company: "None left");
        var open = await visitor.GetAsync("/account/members");
        await using var db = host.Db();
        await db.Set<Member>().Where(row => db.Users.Any(user => user.Id == row.UserId && user.Email == "none@five.example")).ExecuteDeleteAsync();

        var asked = await visitor.GetAsync((await InviteAsync(visitor, open, "nobody@five.example")).Location!.OriginalString);

        Assert.Contains("Your form was not saved", asked.Text, StringComparison.Ordinal);
        Assert.Contains("It was opened for an account that you do not belong to any more.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose the account", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task COM_06_An_account_is_left_by_its_form_whichever_account_is_looked_at_and_only_that_one()
    {
        using var visitor = Browser();
        await visitor.JoinAsync("leaves@five.example", company: "Stays");
        var own = await visitor.GetAsync("/account/choose");
        var other = await JoinOtherAsync("leaves@five.example");
        await visitor.SendAsync(own, "main form", ("account", other.Value.ToString()));
        await using var db = host.Db();
        await db.Set<Member>().Where(row => row.AccountId == other).ExecuteUpdateAsync(row => row.SetProperty(member => member.Role, MemberRole.Member));
        var open = await visitor.GetAsync("/account/members");
        Assert.Contains("Other", open.Text, StringComparison.Ordinal);
        var first = own.Document.QuerySelector("main form button")!.GetAttribute("value")!;
        await visitor.SendAsync(await visitor.GetAsync("/account/choose"), "main form", ("account", first));

        for (var click = 0; click < 2; click++)
        {
            Assert.Equal("/account/choose", (await visitor.SendAsync(open, "#leave form")).Location?.OriginalString);
            Assert.Contains("Stays", (await visitor.GetAsync("/account/members")).Text, StringComparison.Ordinal);
        }

        var user = await db.Users.SingleAsync(row => row.Email == "leaves@five.example");
        Assert.Equal([first], (await db.Set<Member>().Where(row => row.UserId == user.Id).ToListAsync()).Select(row => row.AccountId.Value.ToString()));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-", false)]
    public void A_form_opened_before_accounts_were_sealed_in_is_taken_and_one_opened_without_an_account_is_not(string sealedIn, bool isTaken)
    {
        var viewer = new Viewer(UserId.New(TestStore.Start), "Ana", "ana@five.example", IsStaff: false, AccountId.New(TestStore.Start), MemberRole.Owner, "en", Token: null);
        var (forms, context) = (new FormAccount(), new DefaultHttpContext());
        Assert.Equal("-", forms.GetAdditionalData(context));

        context.Features.Set(new CurrentViewer { Viewer = viewer });

        Assert.Equal(isTaken, forms.ValidateAdditionalData(context, sealedIn));
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

    private static Task<Answer> InviteAsync(Visitor visitor, Answer open, string email) =>
        visitor.SendAsync(open, "#invite", ("Input.Email", email), ("Input.Role", "Member"), ("Input.Limit", ""));

    private Visitor Browser()
    {
        var visitor = new Visitor(host);
        visitor.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return visitor;
    }

    private async Task<AccountId> JoinOtherAsync(string email)
    {
        var other = await host.OpenAccountAsync("Other");
        await using var db = host.Db();
        var user = await db.Users.SingleAsync(row => row.Email == email);
        db.Add(new Member { AccountId = other, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        return other;
    }

    private async Task IsNotTakenAsync(Visitor visitor, Answer open)
    {
        var sent = await InviteAsync(visitor, open, "nobody@five.example");

        await using var db = host.Db();
        Assert.False(await db.Set<Invitation>().AnyAsync(row => row.Email == "nobody@five.example"));
        Assert.Equal("/account/choose?unsent=true", sent.Location?.OriginalString);
        var asked = await visitor.GetAsync(sent.Location!.OriginalString);
        Assert.Contains("Your form was not saved", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Other", asked.Text, StringComparison.Ordinal);
    }

    private string? ChosenBy(Visitor visitor) => visitor.Cookies.GetCookies(host.Address)[SessionViewer.AccountCookie]?.Value;
}
