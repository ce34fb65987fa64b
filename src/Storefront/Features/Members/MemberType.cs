using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>A person's place in an account.</summary>
[ObjectType("Member")]
public sealed class MemberView(MemberLine line)
{
    /// <summary>The member's id, opaque.</summary>
    public MemberKey Id => new(line.Member.AccountId, line.Member.Id);

    /// <summary>The person's name.</summary>
    public string Name => line.Name;

    /// <summary>The person's e-mail address.</summary>
    public string Email => line.Email;

    /// <summary>What the person may do.</summary>
    public MemberRole Role => line.Member.Role;

    /// <summary>The most that the person may approve on one quote, in minutes; null for no limit, and for viewers, who approve nothing.</summary>
    public int? ApprovalLimitMinutes => line.Member.ApprovalLimitMinutes;

    /// <summary>Since when.</summary>
    public Instant JoinedAt => line.Member.JoinedAt;
}

/// <summary>Where a member is found: whose it is, and its id there.</summary>
public readonly record struct MemberKey(AccountId AccountId, MemberId Id);

/// <summary>Members by id.</summary>
[ExtendObjectType<MemberView>]
public static class MemberNodes
{
    [NodeResolver]
    public static async Task<MemberView?> FindMemberAsync(
        MemberKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, MemberReader reader, CancellationToken cancellationToken) =>
        viewer is not null && viewer.MaySee(key.AccountId) && await reader.FindAsync(key.AccountId, key.Id, cancellationToken) is { } line
            ? new MemberView(line)
            : null;
}

/// <summary>The people of an account, and whom its owners asked.</summary>
[ExtendObjectType<AccountView>]
public static class AccountPeople
{
    /// <summary>The people of the account, in the order in which they joined.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<MemberView>> MembersAsync(
        [Parent] AccountView account, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await MemberReader.ListAsync(db, account.AccountId, cancellationToken);
        return [.. lines.OrderBy(line => line.Member.JoinedAt).Select(line => new MemberView(line))];
    }

    /// <summary>
    /// The invitations that nobody accepted or took back, the newest first; also those that ran out, which can be sent again. Null for whoever is
    /// not an owner of the account.
    /// </summary>
    [Authorize(Scopes = [MemberScopes.Read])]
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<Invitation>?> InvitationsAsync(
        [Parent] AccountView account, [GlobalState(ApiViewer.Key)] Viewer viewer, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        if (viewer.AccountId != account.AccountId || !viewer.IsAtLeast(MemberRole.Owner))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MemberReader.InvitationsAsync(db, account.AccountId, cancellationToken);
    }
}
