using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>Choosing a new password by a link that came by mail.</summary>
public sealed class PasswordResetTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string NewPassword = "another fine phrase";

    [Fact]
    public async Task A_new_password_is_chosen_by_mail_and_ends_other_sessions()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("ana@three.example");
        using var forgetful = new Visitor(host);
        Assert.Contains("sent=", (await forgetful.FillAsync("/forgot-password", ("Email", "ana@three.example"))).Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        var link = await forgetful.LinkAsync("ana@three.example", "reset-password");

        Assert.Equal("/sign-in", (await forgetful.FillAsync(link, ("Password", NewPassword))).Location?.OriginalString);

        Assert.False(await visitor.IsSignedInAsync());
        Assert.NotEmpty((await forgetful.SignInAsync("ana@three.example")).Faults);
        Assert.Equal("/account", (await forgetful.SignInAsync("ana@three.example", NewPassword)).Location?.OriginalString);
        Assert.Equal(3, (await forgetful.MailsAsync("ana@three.example")).Count);
    }

    [Fact]
    public async Task A_link_sets_one_password_only()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("bea@three.example");
        await visitor.FillAsync("/forgot-password", ("Email", "bea@three.example"));
        var link = await visitor.LinkAsync("bea@three.example", "reset-password");
        await visitor.FillAsync(link, ("Password", NewPassword));

        var again = await visitor.FillAsync(link, ("Password", "a third fine phrase"));

        Assert.Contains("no longer valid", again.Faults, StringComparison.Ordinal);
        Assert.NotEmpty((await visitor.SignInAsync("bea@three.example", "a third fine phrase")).Faults);
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_good()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("carla@three.example");
        await visitor.FillAsync("/forgot-password", ("Email", "carla@three.example"));
        var link = await visitor.LinkAsync("carla@three.example", "reset-password");

        Assert.Contains("10", (await visitor.FillAsync(link, ("Password", "short"))).Faults, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await visitor.FillAsync(link, ("Password", NewPassword))).Location?.OriginalString);
    }

    [Fact]
    public async Task Who_was_locked_out_or_had_not_confirmed_is_let_in_by_a_new_password()
    {
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync("dora@three.example");
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("dora@three.example", $"guess number {i}");
        }

        await visitor.FillAsync("/forgot-password", ("Email", "dora@three.example"));
        await visitor.FillAsync(await visitor.LinkAsync("dora@three.example", "reset-password"), ("Password", NewPassword));

        Assert.Equal("/account", (await visitor.SignInAsync("dora@three.example", NewPassword)).Location?.OriginalString);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_alike_and_gets_no_mail()
    {
        using var visitor = new Visitor(host);
        var unknown = await visitor.FillAsync("/forgot-password", ("Email", "nobody@three.example"));

        Assert.Equal((HttpStatusCode.Redirect, true), (unknown.Status, unknown.Location!.OriginalString.Contains("sent=", StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(await visitor.MailsAsync("nobody@three.example"));
    }

    [Theory]
    [InlineData("/reset-password")]
    [InlineData("/reset-password?user=nonsense&code=x")]
    [InlineData("/reset-password?user=00000000000000000000000000000000&code=x")]
    public async Task A_link_that_is_none_of_ours_is_refused(string link)
    {
        using var visitor = new Visitor(host);

        Assert.Contains("no longer valid", (await visitor.FillAsync(link, ("Password", NewPassword))).Faults, StringComparison.Ordinal);
    }
}
