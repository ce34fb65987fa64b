using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Accounts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>A newcomer's way in, over HTTP and without scripts.</summary>
public sealed class RegistrationTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task A_newcomer_registers_confirms_by_mail_and_goes_on_where_it_came_from()
    {
        using var visitor = new Visitor(host);
        var registered = await visitor.RegisterAsync("ana@one.example", returnTo: "/questions?x=1");
        Assert.StartsWith("/register/check-mail", registered.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("ana@one.example", (await visitor.GetAsync(registered.Location!.OriginalString)).Text, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());

        var link = await visitor.LinkAsync("ana@one.example");
        await visitor.GetAsync(link);
        Assert.False(await visitor.IsSignedInAsync());

        var confirmed = await visitor.FillAsync(link);
        Assert.Equal("/questions?x=1", confirmed.Location?.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());

        await using var db = host.Db();
        var member = await db.Set<Member>().SingleAsync(row => db.Users.Any(user => user.Id == row.UserId && user.Email == "ana@one.example"));
        Assert.Equal(MemberRole.Owner, member.Role);
    }

    [Fact]
    public async Task A_known_address_is_told_by_mail_and_nothing_on_the_page()
    {
        using var first = new Visitor(host);
        await first.JoinAsync("known@one.example");
        using var second = new Visitor(host);

        var fresh = await second.RegisterAsync("fresh@one.example");
        var known = await second.RegisterAsync("KNOWN@one.example");

        Assert.Equal((fresh.Status, fresh.Location), (known.Status, known.Location));
        var mails = await second.MailsAsync("known@one.example");
        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.Body.Contains("/forgot-password", StringComparison.Ordinal));
        await using var db = host.Db();
        Assert.Equal(1, await db.Users.CountAsync(user => user.NormalizedEmail == "KNOWN@ONE.EXAMPLE"));
    }

    [Fact]
    public async Task Two_who_register_one_address_at_once_get_one_account()
    {
        using var one = new Visitor(host);
        using var two = new Visitor(host);
        await Task.WhenAll(one.RegisterAsync("twins@one.example", company: "Twins"), two.RegisterAsync("twins@one.example", company: "Twins"));

        await using var db = host.Db();
        Assert.Equal((1, 1), (await db.Users.CountAsync(user => user.Email == "twins@one.example"), await db.Set<Account>().CountAsync(row => row.Name == "Twins")));
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_confirms_nothing()
    {
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync("forged@one.example");
        var link = await visitor.LinkAsync("forged@one.example");

        var forged = await visitor.FillAsync(link.Replace("code=", "code=AAAA", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("no longer valid", forged.Faults, StringComparison.Ordinal);
        Assert.Contains("no longer valid", (await visitor.GetAsync("/confirm")).Faults, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_used_link_signs_nobody_in()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("used@one.example");
        using var other = new Visitor(host);

        var again = await other.FillAsync(await other.LinkAsync("used@one.example"));

        Assert.StartsWith("/sign-in", again.Location?.OriginalString, StringComparison.Ordinal);
        Assert.False(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task A_link_is_valid_for_a_day_and_another_can_be_asked_for()
    {
        await using var hasty = await StorefrontHost.StartAsync(configure: builder =>
            builder.Services.PostConfigure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromMilliseconds(1)));
        using var visitor = new Visitor(hasty);
        var registered = await visitor.RegisterAsync("late@one.example");
        var late = await visitor.FillAsync(await visitor.LinkAsync("late@one.example"));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);

        await visitor.FillAsync(registered.Location!.OriginalString);
        Assert.Equal(2, (await visitor.MailsAsync("late@one.example")).Count);
        Assert.Equal(TimeSpan.FromDays(1), new DataProtectionTokenProviderOptions().TokenLifespan);
    }

    [Theory]
    [InlineData("Łódź & Söhne", "Zoë O’Neill", "zoë@ñandú.example")]
    [InlineData("東京商店", "山田 太郎", "山田@東京.example")]
    [InlineData("<b>Bold</b>", "\"quoted\" {0} 100%", "o'brien+tag@one.example")]
    public async Task Names_and_addresses_of_any_script_are_kept_as_they_are(string company, string name, string email)
    {
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync(email, company: company, name: name);
        await visitor.FillAsync(await visitor.LinkAsync(email));

        Assert.True(await visitor.IsSignedInAsync());
        await using var db = host.Db();
        var user = await db.Users.SingleAsync(row => row.Email == email);
        Assert.Equal(name, user.DisplayName);
        Assert.True(await db.Set<Account>().AnyAsync(row => row.Name == company));
    }

    [Theory]
    [InlineData("Input.Company", "")]
    [InlineData("Input.Company", "   ")]
    [InlineData("Input.Company", "one\u0007two")]
    [InlineData("Input.Name", "line\nbreak")]
    [InlineData("Input.Email", "nobody")]
    [InlineData("Input.Email", "a\u0007b@one.example")]
    [InlineData("Input.Password", "short")]
    [InlineData("Input.Password", "aaaaaaaaaaaaaa")]
    public async Task What_is_wrong_is_said_beside_what_was_typed(string field, string value)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Company"] = "Wrong",
            ["Input.Name"] = "Ana",
            ["Input.Email"] = "wrong@one.example",
            ["Input.Password"] = Visitor.Password,
            [field] = value,
        };
        using var visitor = new Visitor(host);
        var answer = await visitor.FillAsync("/register", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Document.QuerySelector($"[data-valmsg-for='{field}']")!.TextContent);
        Assert.Equal(fields["Input.Name"], answer.ValueOf("Input.Name"));
        Assert.Empty(answer.ValueOf("Input.Password"));
        await using var db = host.Db();
        Assert.False(await db.Users.AnyAsync(user => user.Email == "wrong@one.example"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_the_same_of_an_address_that_is_known()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("atonce@one.example");
        using var newcomer = new Visitor(host);

        var all = await newcomer.RegisterAsync("nobody", company: "", name: "", password: "short");
        var known = await newcomer.RegisterAsync("atonce@one.example", password: "short");
        var fresh = await newcomer.RegisterAsync("freshly@one.example", password: "short");

        Assert.Equal(
            ["Input.Company", "Input.Name", "Input.Email", "Input.Password"],
            all.Document.QuerySelectorAll(".field-validation-error").Select(fault => fault.GetAttribute("data-valmsg-for")));
        Assert.Contains("at least 10 characters", all.Document.QuerySelector("[data-valmsg-for='Input.Password']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", known.Faults, StringComparison.Ordinal);
        Assert.Equal((fresh.Status, fresh.Faults), (known.Status, known.Faults));
        Assert.Single(await newcomer.MailsAsync("atonce@one.example"));
    }

    [Fact]
    public async Task A_very_long_input_is_turned_down_without_being_worked_on()
    {
        using var visitor = new Visitor(host);
        var long200K = new string('x', 200_000);
        var answer = await visitor.RegisterAsync($"{long200K}@one.example", company: long200K, name: long200K, password: long200K);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(4, answer.Document.QuerySelectorAll(".field-validation-error").Length);
    }
}
