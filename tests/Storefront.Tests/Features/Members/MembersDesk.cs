using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Members;

/// <summary>What owners and those they invite do, in a running program.</summary>
internal static partial class MembersDesk
{
    public static async Task<Result<T>> DoAsync<TAction, T>(this StorefrontHost host, Func<TAction, Task<Result<T>>> act)
        where TAction : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TAction>());
    }

    public static async Task<Result<Invitation>> InviteAsync(
        this StorefrontHost host, Viewer by, string? email, MemberRole role = MemberRole.Member, int? limit = null) =>
        (await host.DoAsync<InviteMember, SentInvitation>(action => action.HandleAsync(new InvitationInput(email, role, limit), by, CancellationToken.None)))
            .Map(sent => sent.Invitation);

    public static Task<Result<JoinedAccount>> AcceptAsync(this StorefrontHost host, string? code, Viewer? viewer = null, string password = "a long pass phrase") =>
        host.DoAsync<AcceptInvitation, JoinedAccount>(action => action.HandleAsync(
            code, viewer, viewer is null ? new Newcomer { Name = "Bruno Díaz", Password = password } : null, CancellationToken.None));

    public static Task<Result<Member>> ChangeAsync(this StorefrontHost host, Viewer by, MemberId id, MemberChange change) =>
        host.DoAsync<ChangeMember, Member>(action => action.HandleAsync(id, change, by, CancellationToken.None));

    public static Task<Result<Done>> RemoveAsync(this StorefrontHost host, Viewer by, MemberId id) =>
        host.DoAsync<RemoveMember, Done>(action => action.HandleAsync(id, by, CancellationToken.None));

    public static Task<Result<Done>> LeaveAsync(this StorefrontHost host, Viewer viewer, AccountId account) =>
        host.DoAsync<LeaveAccount, Done>(action => action.HandleAsync(account, viewer, CancellationToken.None));

    /// <summary>Somebody who is invited and accepts as a newcomer.</summary>
    public static async Task<(Viewer Viewer, Member Member)> JoinAsync(
        this StorefrontHost host, Viewer owner, string email, MemberRole role = MemberRole.Member, int? limit = null)
    {
        Assert.Null((await host.InviteAsync(owner, email, role, limit)).Refusal);
        var joined = await host.AcceptAsync(await host.CodeAsync(email));
        Assert.Null(joined.Refusal);
        await using var db = host.Db();
        var member = await db.Set<Member>().AsNoTracking().SingleAsync(row => row.AccountId == owner.AccountId && row.UserId == joined.Value.Person);
        return (new Viewer(member.UserId, "Bruno Díaz", email, IsStaff: false, owner.AccountId, role, "en", Token: null), member);
    }

    /// <summary>What the one open link to an address shows: of all mails, the one whose code an invitation has.</summary>
    public static async Task<string> CodeAsync(this StorefrontHost host, string email)
    {
        await using var db = host.Db();
        var bodies = await db.Set<MailRow>().Where(mail => mail.To == email).Select(mail => mail.Body).ToListAsync();
        var codes = bodies.Select(body => Link().Match(body)).Where(match => match.Success).Select(match => match.Groups["code"].Value).ToList();
        var open = await db.Set<Invitation>().Where(row => row.Email == email && row.WithdrawnAt == null && row.AcceptedAt == null).ToListAsync();
        return codes.Single(code => open.Exists(row => row.CodeHash.AsSpan().SequenceEqual(InvitationCode.Hash(code))));
    }

    public static async Task<int> MailsAsync(this StorefrontHost host, string email)
    {
        await using var db = host.Db();
        return await db.Set<MailRow>().CountAsync(mail => mail.To == email);
    }

    public static async Task<List<string>> MemberEventsAsync(this StorefrontHost host, AccountId account)
    {
        await using var db = host.Db();
        return await db.Set<EventRow>().Where(row => row.AccountId == account && row.Type.StartsWith("member."))
            .OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
    }

    [GeneratedRegex(@"/invitation\?code=(?<code>[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
