using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Members;

/// <summary>Invitations that do not go as they should.</summary>
public sealed class InvitationTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@tienda.example")]
    [InlineData("ana@tienda")]
    [InlineData("ana@tienda..example")]
    [InlineData("ana@[10.0.0.1]")]
    [InlineData("ana@")]
    [InlineData("ana tienda@tienda.example")]
    [InlineData("ana@tienda.example\r\nBcc: all@tienda.example")]
    [InlineData("Ana <ana@tienda.example>")]
    [InlineData("\uFFFD@tienda.example")]
    [InlineData("\uFFFE@tienda.example")]
    [InlineData("bo\u03C2s@tienda.example")]
    public async Task What_is_no_address_is_refused(string? email)
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;

        Assert.IsType<EmailNotValid>((await host.InviteAsync(owner, email)).Refusal);
        Assert.IsType<EmailNotValid>((await host.InviteAsync(owner, new string('a', 250) + "@b.example")).Refusal);
    }

    [Fact]
    public async Task Only_owners_invite_and_only_what_makes_sense()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var (member, _) = await host.JoinAsync(owner, "member@two.example");

        Assert.IsType<OwnersOnly>((await host.InviteAsync(member, "zoe@two.example")).Refusal);
        Assert.IsType<OwnersOnly>((await host.InviteAsync(member with { Role = MemberRole.Owner }, "zoe@two.example")).Refusal);
        Assert.IsType<ApprovalLimitNotValid>((await host.InviteAsync(owner, "zoe@two.example", limit: 0)).Refusal);
        Assert.IsType<ApprovalLimitNotValid>((await host.InviteAsync(owner, "zoe@two.example", limit: 60_001)).Refusal);
        Assert.IsType<AlreadyMember>((await host.InviteAsync(owner, "MEMBER@two.example")).Refusal);
        Assert.IsType<NotFound>((await host.InviteAsync(owner with { AccountId = null, Role = null }, "zoe@two.example")).Refusal);
        Assert.Null((await host.InviteAsync(owner, "zoe@two.example", MemberRole.Viewer, limit: 90)).Value.ApprovalLimitMinutes);
        Assert.Equal(0, await host.MailsAsync("ana@two.example"));
    }

    [Fact]
    public async Task Asked_again_the_earlier_link_ends_and_a_second_click_sends_nothing()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        await host.InviteAsync(owner, "döra@three.example");
        var first = await host.CodeAsync("döra@three.example");
        await host.InviteAsync(owner, "DÖRA@three.example");
        Assert.Equal(1, await host.MailsAsync("döra@three.example"));

        // The first has gone out: one that has not is dropped with its link.
        await host.MoveClockAsync(Duration.FromSeconds(1));
        await host.InviteAsync(owner, "döra@three.example", MemberRole.Viewer);

        Assert.Equal(2, await host.MailsAsync("döra@three.example"));
        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(first)).Refusal);
        var joined = await host.AcceptAsync(await host.CodeAsync("döra@three.example"));
        await using var db = host.Db();
        Assert.Equal(MemberRole.Viewer, (await db.Set<Member>().SingleAsync(row => row.UserId == joined.Value.Person)).Role);
    }

    [Fact]
    public async Task A_link_that_is_forged_withdrawn_used_somebody_else_s_or_too_late_opens_nothing()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var stranger = (await Buyer.OpenAsync(host)).Viewer;
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var invitation = (await host.InviteAsync(owner, "elsa@four.example")).Value;
        var code = await host.CodeAsync("elsa@four.example");

        Assert.IsType<NotFound>((await host.AcceptAsync(code + "x")).Refusal);
        Assert.IsType<NotFound>((await host.AcceptAsync(null)).Refusal);
        Assert.IsType<PasswordTooWeak>((await host.AcceptAsync(code, password: "short")).Refusal);
        Assert.Equal(new InvitationForAnother("elsa@four.example"), (await host.AcceptAsync(code, stranger)).Refusal);
        Assert.IsType<StaffCannotJoin>((await host.AcceptAsync(code, staff)).Refusal);
        Assert.IsType<NotFound>((await WithdrawAsync(stranger, invitation.Id)).Refusal);
        Assert.Null((await WithdrawAsync(owner, invitation.Id)).Refusal);
        Assert.Null((await WithdrawAsync(owner, invitation.Id)).Refusal);
        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(code)).Refusal);

        await using var late = await StorefrontHost.StartAsync();
        owner = (await Buyer.OpenAsync(late)).Viewer;
        var old = (await late.InviteAsync(owner, "elsa@four.example")).Value;
        code = await late.CodeAsync("elsa@four.example");
        await late.MoveClockAsync(InvitationRules.ValidFor);
        Assert.IsType<InvitationExpired>((await late.AcceptAsync(code)).Refusal);
        Assert.Null((await late.InviteAsync(owner, "gil@four.example")).Refusal);
        Assert.Null((await late.DoAsync<ResendInvitation, SentInvitation>(action => action.HandleAsync(old.Id, owner, CancellationToken.None))).Refusal);
        Assert.IsType<NotFound>((await late.AcceptAsync(code)).Refusal);
        Assert.Null((await late.AcceptAsync(await late.CodeAsync("elsa@four.example"))).Refusal);
        var spare = (await late.InviteAsync(owner, "ida@four.example")).Value;
        await late.MoveClockAsync(InvitationRules.ValidFor);
        Assert.Null((await late.InviteAsync(owner, "ida@four.example")).Refusal);
        Assert.IsType<InvitationWithdrawn>((await late.DoAsync<ResendInvitation, SentInvitation>(action => action.HandleAsync(spare.Id, owner, CancellationToken.None))).Refusal);
        Assert.IsType<InvitationUsed>((await late.DoAsync<ResendInvitation, SentInvitation>(action => action.HandleAsync(old.Id, owner, CancellationToken.None))).Refusal);
    }

    [Fact]
    public async Task Whoever_registered_an_address_without_having_it_does_not_get_in_with_it()
    {
        using var squatter = new Accounts.Visitor(host);
        await squatter.RegisterAsync("fina@five.example", company: "Squat", name: "Not Fina");
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        await host.InviteAsync(owner, "fina@five.example");

        var joined = await host.AcceptAsync(await host.CodeAsync("fina@five.example"), password: "what fina chose herself");

        await using var db = host.Db();
        var user = await db.Users.SingleAsync(row => row.Id == joined.Value.Person);
        Assert.Equal(("Bruno Díaz", true), (user.DisplayName, user.EmailConfirmed));
        Assert.Equal([owner.AccountId!.Value], await db.Set<Member>().Where(row => row.UserId == user.Id).Select(row => row.AccountId).ToListAsync());
        var squat = await db.Set<Account>().SingleAsync(row => row.Name == "Squat");
        Assert.Equal(["member.left"], await host.MemberEventsAsync(squat.Id));
        await squatter.SignInAsync("fina@five.example");
        Assert.False(await squatter.IsSignedInAsync());
        using var fina = new Accounts.Visitor(host);
        await fina.SignInAsync("fina@five.example", "what fina chose herself");
        Assert.True(await fina.IsSignedInAsync());
        Assert.Contains("Tienda Sur", (await fina.GetAsync("/account/members")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_as_can_be_are_open_and_withdrawing_one_makes_room()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        for (var number = 0; number < InvitationRules.MostOpen; number++)
        {
            Assert.Null((await host.InviteAsync(owner, $"p{number}@six.example")).Refusal);
        }

        Assert.Equal(new TooManyInvitations(InvitationRules.MostOpen), (await host.InviteAsync(owner, "more@six.example")).Refusal);
        await using var db = host.Db();
        var one = await db.Set<Invitation>().FirstAsync(row => row.Email == "p3@six.example");
        Assert.Null((await WithdrawAsync(owner, one.Id)).Refusal);
        Assert.Null((await host.InviteAsync(owner, "more@six.example")).Refusal);
    }

    [Fact]
    public async Task FLU_25_An_erased_account_cannot_be_joined_and_leaving_twice_leaves_one_account()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var (gina, _) = await host.JoinAsync(owner, "gina@seven.example");
        await host.InviteAsync(owner, "hugo@seven.example");
        var code = await host.CodeAsync("hugo@seven.example");
        var other = (await Buyer.OpenAsync(host)).Viewer;
        await host.InviteAsync(other, "gina@seven.example");
        Assert.Null((await host.AcceptAsync(await host.CodeAsync("gina@seven.example"), gina)).Refusal);

        Assert.Null((await host.LeaveAsync(gina, owner.AccountId!.Value)).Refusal);
        Assert.IsType<NotFound>((await host.LeaveAsync(gina with { AccountId = other.AccountId }, owner.AccountId!.Value)).Refusal);
        Assert.Null((await host.DoAsync<EraseAccount, Done>(action => action.HandleAsync(owner, "Tienda Sur", CancellationToken.None))).Refusal);

        Assert.IsType<NotFound>((await host.AcceptAsync(code)).Refusal);
        await using var db = host.Db();
        Assert.Equal([other.AccountId!.Value], await db.Set<Member>().Where(row => row.UserId == gina.UserId).Select(row => row.AccountId).ToListAsync());
        Assert.Empty(await db.Set<Invitation>().Where(row => row.AccountId == owner.AccountId).ToListAsync());
    }

    [Fact]
    public async Task An_owner_who_is_none_any_more_does_not_come_back_by_what_it_asked()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var (ivo, member) = await host.JoinAsync(owner, "ivo@eight.example", MemberRole.Owner);
        Assert.Null((await host.InviteAsync(ivo, "ivo.second@eight.example", MemberRole.Owner)).Refusal);
        var code = await host.CodeAsync("ivo.second@eight.example");

        Assert.Null((await host.ChangeAsync(owner, member.Id, new MemberChange(MemberRole.Viewer, null))).Refusal);
        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(code)).Refusal);
        Assert.Null((await host.ChangeAsync(owner, member.Id, new MemberChange(MemberRole.Owner, null))).Refusal);
        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(code)).Refusal);
        Assert.Null((await host.RemoveAsync(owner, member.Id)).Refusal);

        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(code)).Refusal);
        await using var db = host.Db();
        Assert.NotNull((await db.Set<Invitation>().SingleAsync(row => row.Email == "ivo.second@eight.example")).WithdrawnAt);
    }

    [Fact]
    public async Task The_page_and_the_button_agree_that_whoever_asked_has_to_be_an_owner_still()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        await host.InviteAsync(owner, "jan@ten.example");
        var code = await host.CodeAsync("jan@ten.example");
        await using var db = host.Db();
        await db.Set<Member>().Where(row => row.UserId == owner.UserId).ExecuteUpdateAsync(row => row.SetProperty(member => member.Role, MemberRole.Member));

        Assert.IsType<InvitationWithdrawn>((await host.AcceptAsync(code)).Refusal);
        using var visitor = new Accounts.Visitor(host);
        Assert.Contains("was withdrawn", (await visitor.GetAsync($"/invitation?code={code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_is_written_to_five_times_a_day_whichever_accounts_ask()
    {
        for (var number = 0; number < 7; number++)
        {
            var owner = (await Buyer.OpenAsync(host)).Viewer;
            Assert.Null((await host.InviteAsync(owner, "flood@nine.example")).Refusal);
        }

        Assert.Equal(InvitationRules.MostMails, await host.MailsAsync("flood@nine.example"));
    }

    private Task<Result<Invitation>> WithdrawAsync(Viewer by, InvitationId id) =>
        host.DoAsync<WithdrawInvitation, Invitation>(action => action.HandleAsync(id, by, CancellationToken.None));
}
