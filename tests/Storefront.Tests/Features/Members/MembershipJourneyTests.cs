using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Members;

/// <summary>How people come into an account, change in it and go, on both databases.</summary>
public class MembershipJourneyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_is_invited_joins_is_changed_and_removed_and_its_tokens_end(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var owner = (await Buyer.OpenAsync(host)).Viewer;

        var (bruno, member) = await host.JoinAsync(owner, "bruno@norte.example", MemberRole.Member, limit: 240);
        Assert.Equal((MemberRole.Member, 240), (member.Role, member.ApprovalLimitMinutes));
        var token = (await host.DoAsync<CreateApiToken, string>(action => action.HandleAsync(bruno, "Mine", ["hours:read"], 30, CancellationToken.None))).Value;
        Assert.NotNull(await host.Services.GetRequiredService<ViewerResolver>().OfTokenAsync(token, CancellationToken.None));

        Assert.Null((await host.ChangeAsync(owner, member.Id, new MemberChange(null, new LimitChange(90)))).Refusal);
        Assert.Null((await host.ChangeAsync(owner, member.Id, new MemberChange(null, new LimitChange(90)))).Refusal);
        var viewer = (await host.ChangeAsync(owner, member.Id, new MemberChange(MemberRole.Viewer, null))).Value;
        Assert.Equal((MemberRole.Viewer, null), (viewer.Role, viewer.ApprovalLimitMinutes));
        Assert.IsType<ViewerApprovesNothing>((await host.ChangeAsync(owner, member.Id, new MemberChange(null, new LimitChange(60)))).Refusal);
        Assert.IsType<OwnersOnly>((await host.RemoveAsync(bruno, member.Id)).Refusal);
        await host.MoveClockAsync(Duration.FromSeconds(1));

        Assert.Null((await host.RemoveAsync(owner, member.Id)).Refusal);
        Assert.Null((await host.RemoveAsync(owner, member.Id)).Refusal);

        Assert.Null(await host.Services.GetRequiredService<ViewerResolver>().OfTokenAsync(token, CancellationToken.None));
        Assert.Equal(
            ["member.invited", "member.joined", "member.limit-changed", "member.role-changed", "member.limit-changed", "member.removed"],
            await host.MemberEventsAsync(owner.AccountId!.Value));
        Assert.Equal(4, await host.MailsAsync("bruno@norte.example"));

        // Invited again the person comes back, and its old token does not.
        Assert.Null((await host.InviteAsync(owner, "BRUNO@norte.example ")).Refusal);
        Assert.IsType<SignInFirst>((await host.AcceptAsync(await host.CodeAsync("bruno@norte.example"))).Refusal);
        Assert.Null((await host.AcceptAsync(await host.CodeAsync("bruno@norte.example"), bruno with { AccountId = null, Role = null })).Refusal);
        Assert.Null(await host.Services.GetRequiredService<ViewerResolver>().OfTokenAsync(token, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Two_who_accept_at_once_are_one_and_two_owners_at_once_leave_one(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        Assert.Null((await host.InviteAsync(owner, "carla@norte.example", MemberRole.Owner)).Refusal);
        var code = await host.CodeAsync("carla@norte.example");

        var both = await Task.WhenAll(host.AcceptAsync(code), host.AcceptAsync(code));

        var joined = Assert.Single(both, accepted => !accepted.IsRefused).Value;
        Assert.IsType<InvitationUsed>(Assert.Single(both, accepted => accepted.IsRefused).Refusal);
        var carla = new Viewer(joined.Person, "Carla", "carla@norte.example", IsStaff: false, owner.AccountId, MemberRole.Owner, "en", Token: null);
        Assert.Null((await host.AcceptAsync(code, carla)).Refusal);
        await using var db = host.Db();
        var members = await db.Set<Member>().AsNoTracking().Where(row => row.AccountId == owner.AccountId).ToListAsync();
        var (first, second) = (members.Single(row => row.UserId == owner.UserId).Id, members.Single(row => row.UserId == carla.UserId).Id);

        var tried = await Task.WhenAll(
            host.ChangeAsync(owner, second, new MemberChange(MemberRole.Member, null)), host.ChangeAsync(carla, first, new MemberChange(MemberRole.Member, null)));

        Assert.IsType<OwnersOnly>(Assert.Single(tried, changed => changed.IsRefused).Refusal);
        var left = Assert.Single(await db.Set<Member>().AsNoTracking().Where(row => row.AccountId == owner.AccountId && row.Role == MemberRole.Owner).ToListAsync());
        var last = left.UserId == owner.UserId ? owner : carla;
        Assert.IsType<LastOwner>((await host.LeaveAsync(last, owner.AccountId!.Value)).Refusal);
        Assert.IsType<LastOwner>((await host.RemoveAsync(last, left.Id)).Refusal);
        Assert.IsType<LastOwner>((await host.ChangeAsync(last, left.Id, new MemberChange(MemberRole.Viewer, null))).Refusal);
    }
}
