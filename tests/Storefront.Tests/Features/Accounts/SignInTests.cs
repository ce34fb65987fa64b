using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>Signing in and out, and what keeps others from doing it.</summary>
public sealed class SignInTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task The_right_password_signs_in_and_signing_out_ends_it()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("ana@two.example");
        await visitor.FillAsync("/sign-out");
        Assert.False(await visitor.IsSignedInAsync());

        var answer = await visitor.SignInAsync("  ANA@two.example ", returnTo: "/account/tokens");

        Assert.Equal("/account/tokens", answer.Location?.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_alike()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("bea@two.example");
        using var guesser = new Visitor(host);

        var wrong = await guesser.SignInAsync("bea@two.example", "not the password");
        var unknown = await guesser.SignInAsync("nobody@two.example", "not the password");

        Assert.Equal((HttpStatusCode.OK, wrong.Faults), (unknown.Status, unknown.Faults));
        Assert.NotEmpty(wrong.Faults);
        Assert.Equal("bea@two.example", wrong.ValueOf("Input.Email"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_address_for_the_right_one_too()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("carla@two.example");
        using var guesser = new Visitor(host);
        for (var i = 0; i < 5; i++)
        {
            await guesser.SignInAsync("carla@two.example", $"guess number {i}");
        }

        var right = await guesser.SignInAsync("carla@two.example");

        Assert.Contains("15 minutes", right.Faults, StringComparison.Ordinal);
        Assert.False(await guesser.IsSignedInAsync());
    }

    [Fact]
    public async Task Who_has_not_confirmed_is_sent_the_mail_again()
    {
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync("dora@two.example");

        var wrong = await visitor.SignInAsync("dora@two.example", "not the password");
        var right = await visitor.SignInAsync("dora@two.example");

        Assert.NotEmpty(wrong.Faults);
        Assert.StartsWith("/register/check-mail", right.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.MailsAsync("dora@two.example")).Count);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_link_cannot_lead_on_to_another_site(string returnTo)
    {
        using var visitor = new Visitor(host);
        var email = $"erna-{Math.Abs(returnTo.GetHashCode(StringComparison.Ordinal))}@two.example";
        await visitor.RegisterAsync(email, returnTo);
        Assert.All(await visitor.MailsAsync(email), mail => Assert.DoesNotContain("returnTo", mail.Body, StringComparison.Ordinal));
        var confirmed = await visitor.FillAsync($"{await visitor.LinkAsync(email)}&returnTo={Uri.EscapeDataString(returnTo)}");
        Assert.Equal("/account", confirmed.Location?.OriginalString);
        await visitor.FillAsync("/sign-out");

        Assert.Equal("/account", (await visitor.SignInAsync(email, returnTo: returnTo)).Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_wrote_is_refused()
    {
        using var visitor = new Visitor(host);
        using var forged = new FormUrlEncodedContent([new("Input.Email", "x@two.example"), new("Input.Password", Visitor.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), forged)).StatusCode);
    }

    [Fact]
    public async Task One_address_may_try_thirty_times_a_minute()
    {
        using var visitor = new Visitor(host);
        var page = await visitor.GetAsync("/forgot-password");
        Answer answer = page;
        for (var i = 0; i < 31; i++)
        {
            answer = await visitor.SendAsync(page, "main form", ("Email", "not an address"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.InRange(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        using var other = new Visitor(host);
        Assert.Equal(HttpStatusCode.OK, (await other.FillAsync("/forgot-password", ("Email", "not an address"))).Status);
    }

    [Fact]
    public async Task The_session_of_who_is_gone_is_nobodys()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("fina@two.example");
        await using (var db = host.Db())
        {
            await db.Users.Where(user => user.Email == "fina@two.example").ExecuteUpdateAsync(row => row.SetProperty(user => user.IsErased, true));
        }

        var answer = await visitor.GetAsync("/account/tokens");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/sign-in", answer.Location!.OriginalString, StringComparison.Ordinal);
    }
}
