using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Inbound;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Inbound;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Members;

/// <summary>How often invitations and changes are written of, to whom, and which mails are held back.</summary>
public sealed class InvitationMailTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task An_account_writes_to_an_address_five_times_a_day_and_then_refuses_before_anything_has_changed()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var invitation = (await host.InviteAsync(owner, "kim@mails.example")).Value;
        var code = await host.CodeAsync("kim@mails.example");
        await WroteAsync(invitation, InvitationRules.MostMails - 1);
        await AgeAsync(invitation.Id);

        Assert.Equal(new InvitationSentOften(5), (await host.InviteAsync(owner, "kim@mails.example", MemberRole.Viewer)).Refusal);
        Assert.Equal(new InvitationSentOften(5), (await ResendAsync(owner, invitation.Id)).Refusal);

        Assert.Equal(InvitationRules.MostMails, await host.MailsAsync("kim@mails.example"));
        Assert.Null((await host.AcceptAsync(code)).Refusal);
    }

    [Fact]
    public async Task What_other_accounts_wrote_to_an_address_is_not_told_and_the_link_that_went_out_stays_good()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var other = (await Buyer.OpenAsync(host)).Viewer;
        var invitation = (await host.InviteAsync(owner, "lía@mails.example")).Value;
        var code = await host.CodeAsync("lía@mails.example");
        await AgeAsync(invitation.Id);
        await WroteAsync((await host.InviteAsync(other, "lía@mails.example")).Value, InvitationRules.MostMails - 2);

        var sentAgain = (await ResendAsync(owner, invitation.Id)).Value;
        var unchanged = (await host.InviteAsync(owner, "lía@mails.example")).Value;
        var askedAgain = (await host.InviteAsync(owner, "lía@mails.example", MemberRole.Viewer)).Value;

        Assert.Equal((invitation.Id, MemberRole.Viewer), (askedAgain.Id, askedAgain.Role));
        Assert.Equal((invitation.Id, MemberRole.Member), (unchanged.Id, unchanged.Role));
        Assert.True(sentAgain.SentAt < invitation.SentAt);
        Assert.Equal(InvitationRules.MostMails, await host.MailsAsync("lía@mails.example"));
        var joined = (await host.AcceptAsync(code)).Value;
        await using var db = host.Db();
        Assert.Equal(MemberRole.Viewer, (await db.Set<Member>().SingleAsync(row => row.UserId == joined.Person)).Role);

        // Sent again and asked again as it was, it went to nobody, and nothing else changed: the log has the invitation, and the other terms.
        Assert.Equal(2, await db.Set<EventRow>().CountAsync(row => row.AccountId == owner.AccountId && row.Type == "member.invited"));
    }

    [Theory]
    [InlineData("#invite")]
    [InlineData("#invitations form[action*=Resend]")]
    public async Task An_owner_is_told_when_no_mail_went_and_the_history_has_no_line_of_it(string form)
    {
        var owner = await Buyer.OpenAsync(host);
        var other = (await Buyer.OpenAsync(host)).Viewer;
        var email = $"none{form.Length}@mails.example";
        var invitation = (await host.InviteAsync(owner.Viewer, email)).Value;
        await AgeAsync(invitation.Id);
        await WroteAsync((await host.InviteAsync(other, email)).Value, InvitationRules.MostMails - 2);
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/members");

        await browser.SubmitAsync(form, form == "#invite" ? [("Input.Email", email), ("Input.Role", "Member"), ("Input.Limit", "")] : []);
        await browser.FollowAsync();

        Assert.Contains($"The invitation of {email} is open until", browser.Text, StringComparison.Ordinal);
        Assert.Contains("No mail went out this time", browser.Text, StringComparison.Ordinal);
        Assert.Equal(InvitationRules.MostMails, await host.MailsAsync(email));
        Assert.Equal(["member.invited"], await host.MemberEventsAsync(owner.Account));
    }

    [Fact]
    public async Task An_owner_is_told_that_a_new_invitation_went_to_nobody_and_that_it_did_not_go_again_either()
    {
        var owner = await Buyer.OpenAsync(host);
        var other = (await Buyer.OpenAsync(host)).Viewer;
        const string email = "fresh@mails.example";
        await WroteAsync((await host.InviteAsync(other, email)).Value, InvitationRules.MostMails - 1);
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/members");

        foreach (var form in new[] { "#invite", "#invitations form[action*=Resend]", "#invite" })
        {
            await browser.SubmitAsync(form, form == "#invite" ? [("Input.Email", email), ("Input.Role", "Member"), ("Input.Limit", "")] : []);
            await browser.FollowAsync();

            Assert.Contains($"The invitation of {email} is open until", browser.Text, StringComparison.Ordinal);
            Assert.Contains("No mail went out this time: send it again tomorrow.", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("link sent before", browser.Text, StringComparison.Ordinal);
        }

        Assert.Equal(InvitationRules.MostMails, await host.MailsAsync(email));
    }

    [Fact]
    public async Task Sent_again_an_invitation_obeys_the_rules_of_a_new_one()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var other = (await Buyer.OpenAsync(host)).Viewer;
        var (mar, _) = await host.JoinAsync(other, "mar@mails.example");
        var invitation = (await host.InviteAsync(owner, "mar@mails.example")).Value;
        await AgeAsync(invitation.Id);
        await using var db = host.Db();
        await db.Set<Invitation>().Where(row => row.Id == invitation.Id).ExecuteUpdateAsync(row => row.SetProperty(each => each.ExpiresAt, TestStore.Start - Duration.FromDays(1)));
        for (var number = 0; number < InvitationRules.MostOpen; number++)
        {
            Assert.Null((await host.InviteAsync(owner, $"m{number}@mails.example")).Refusal);
        }

        Assert.Equal(new TooManyInvitations(InvitationRules.MostOpen), (await ResendAsync(owner, invitation.Id)).Refusal);

        await db.Set<Invitation>().Where(row => row.Email == "m0@mails.example").ExecuteDeleteAsync();
        await WroteAsync(invitation, InvitationRules.MostADay, to: "elsewhere@mails.example");
        Assert.Equal(new InvitationsADayReached(InvitationRules.MostADay), (await ResendAsync(owner, invitation.Id)).Refusal);

        db.Add(new Member
        {
            AccountId = owner.AccountId!.Value,
            Id = MemberId.New(TestStore.Start),
            UserId = mar.UserId,
            Role = MemberRole.Viewer,
            JoinedAt = TestStore.Start,
        });
        await db.SaveChangesAsync();
        Assert.IsType<AlreadyMember>((await ResendAsync(owner, invitation.Id)).Refusal);
    }

    [Fact]
    public async Task What_has_not_gone_out_does_not_when_the_invitation_is_taken_back_or_its_receiver_leaves()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var invitation = (await host.InviteAsync(owner, "noa@mails.example")).Value;
        await WroteAsync(invitation, 1, sent: false);
        Assert.Null((await host.DoAsync<WithdrawInvitation, Invitation>(action => action.HandleAsync(invitation.Id, owner, CancellationToken.None))).Refusal);
        await using var db = host.Db();
        Assert.False(await db.Set<MailRow>().AnyAsync(mail => mail.InvitationId == invitation.Id && mail.SentAt == null));

        var (_, member) = await host.JoinAsync(owner, "oto@mails.example");
        db.Add(Letter(owner.AccountId!.Value, "oto@mails.example", sent: false, invitation: null));
        await db.SaveChangesAsync();
        Assert.Null((await host.RemoveAsync(owner, member.Id)).Refusal);
        Assert.False(await db.Set<MailRow>().AnyAsync(mail => mail.To == "oto@mails.example" && mail.Subject == "Subject"));
    }

    [Fact]
    public async Task A_member_is_told_of_five_changes_a_day_and_nobody_is_offered_to_end_such_mails()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var (_, member) = await host.JoinAsync(owner, "pau@mails.example");
        for (var minutes = 1; minutes <= 8; minutes++)
        {
            Assert.Null((await host.ChangeAsync(owner, member.Id, new MemberChange(null, new LimitChange(minutes)))).Refusal);
        }

        await host.MoveClockAsync(Duration.FromSeconds(1));
        await using var db = host.Db();
        var told = await db.Set<MailRow>().Where(mail => mail.To == "pau@mails.example" && mail.InvitationId == null).ToListAsync();
        Assert.Equal(MemberMails.MostChanges, told.Count);
        Assert.All(told, mail => Assert.DoesNotContain("/unsubscribe/", mail.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Tienda Sur S.A.", "Tienda Sur S.A.")]
    [InlineData("Win at evil.example/now", "Win at evil example/now")]
    [InlineData("https://www.evil.example", "https: www evil example")]
    [InlineData("evil\u3002example", "evil example")]
    public void Names_are_no_links_in_a_mail_to_a_stranger(string name, string shown) => Assert.Equal(shown, PlainName.Of(name));

    [Fact]
    public async Task Who_invites_shows_its_name_and_address()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        await host.InviteAsync(owner with { Name = "Ana evil.example" }, "quim@mails.example");

        await using var db = host.Db();
        var body = (await db.Set<MailRow>().SingleAsync(mail => mail.To == "quim@mails.example")).Body;
        Assert.Contains($"Ana evil example ({owner.Email})", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_house_s_own_address_is_not_invited()
    {
        await using var taking = await Postman.StartAsync("fenicio");
        var owner = (await Buyer.OpenAsync(taking)).Viewer;
        var house = taking.Services.GetRequiredService<TicketAddresses>().House;

        Assert.NotNull(house);
        Assert.IsType<EmailNotValid>((await taking.InviteAsync(owner, house)).Refusal);
    }

    [Fact]
    public void Everything_of_the_log_about_members_is_read() => Assert.Equal(
        host.Services.GetRequiredService<EventTypes>().Current.Select(type => type.Name)
            .Where(name => name.StartsWith("member.", StringComparison.Ordinal)).Append("account.member-erased").Order(StringComparer.Ordinal),
        host.Services.GetRequiredService<EventTypes>().NamesOf<MemberLogged>());

    private static MailRow Letter(AccountId account, string to, bool sent, InvitationId? invitation) => new()
    {
        Id = MailId.New(TestStore.Start),
        AccountId = account,
        To = to,
        Subject = "Subject",
        Body = "",
        Language = "en",
        InvitationId = invitation,
        CreatedAt = TestStore.Start,
        SentAt = sent ? TestStore.Start : null,
    };

    private async Task WroteAsync(Invitation invitation, int mails, bool sent = true, string? to = null)
    {
        await using var db = host.Db();
        db.AddRange(Enumerable.Range(0, mails).Select(_ => Letter(invitation.AccountId, to ?? invitation.Email, sent, invitation.Id)));
        await db.SaveChangesAsync();
    }

    /// <summary>So that asking again is no second click.</summary>
    private async Task AgeAsync(InvitationId id)
    {
        await using var db = host.Db();
        await db.Set<Invitation>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(each => each.SentAt, TestStore.Start - Duration.FromHours(1)));
    }

    private async Task<Result<Invitation>> ResendAsync(Viewer by, InvitationId id) =>
        (await host.DoAsync<ResendInvitation, SentInvitation>(action => action.HandleAsync(id, by, CancellationToken.None))).Map(sent => sent.Invitation);
}
