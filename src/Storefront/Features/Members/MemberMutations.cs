using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>What becomes of an account's people.</summary>
[MutationType]
[Error<NotFound>]
[Error<LastOwner>]
public static class MemberMutations
{
    /// <summary>
    /// Changes what a member may do; the member is told by mail, five times a day at most. Whoever becomes a viewer has no approval limit any more.
    /// For owners.
    /// </summary>
    /// <param name="memberId">The member.</param>
    /// <param name="role">What it is to be.</param>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "member")]
    [Error<OwnersOnly>]
    public static Task<Result<MemberView>> SetMemberRoleAsync(
        [ID("Member")] MemberKey memberId,
        MemberRole role,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeMember action,
        MemberReader reader,
        CancellationToken cancellationToken) =>
        ChangeAsync(memberId, new MemberChange(role, Limit: null), viewer, action, reader, cancellationToken);

    /// <summary>
    /// Changes how much a member may approve on one quote; the member is told by mail, five times a day at most. For owners, who may also limit
    /// themselves.
    /// </summary>
    /// <param name="memberId">The member.</param>
    /// <param name="approvalLimitMinutes">The most, in minutes from 1; null for no limit.</param>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "member")]
    [Error<OwnersOnly>]
    [Error<ApprovalLimitNotValid>]
    [Error<ViewerApprovesNothing>]
    public static Task<Result<MemberView>> SetApprovalLimitAsync(
        [ID("Member")] MemberKey memberId,
        int? approvalLimitMinutes,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeMember action,
        MemberReader reader,
        CancellationToken cancellationToken) =>
        ChangeAsync(memberId, new MemberChange(Role: null, new LimitChange(approvalLimitMinutes)), viewer, action, reader, cancellationToken);

    /// <summary>
    /// Takes somebody out of the account: that person's tokens for the account end at once, open streams within seconds. The person is told by mail.
    /// For owners.
    /// </summary>
    /// <param name="memberId">The member.</param>
    /// <param name="viewer">Who removes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [Error<OwnersOnly>]
    public static async Task<Result<FormerMember>> RemoveMemberAsync(
        [ID("Member")] MemberKey memberId, [GlobalState(ApiViewer.Key)] Viewer viewer, RemoveMember action, CancellationToken cancellationToken) =>
        viewer.AccountId == memberId.AccountId
            ? (await action.HandleAsync(memberId.Id, viewer, cancellationToken)).Map(_ => new FormerMember(memberId.AccountId.Value))
            : new NotFound("member");

    /// <summary>Leaves the account in whose name the viewer asks; the token that asks ends with it.</summary>
    /// <param name="accountId">The account to leave: the one in whose name the viewer asks.</param>
    /// <param name="viewer">Who leaves.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    public static async Task<Result<FormerMember>> LeaveAccountAsync(
        [ID("Account")] Guid accountId, [GlobalState(ApiViewer.Key)] Viewer viewer, LeaveAccount action, CancellationToken cancellationToken) =>
        viewer.AccountId == new AccountId(accountId)
            ? (await action.HandleAsync(new AccountId(accountId), viewer, cancellationToken)).Map(_ => new FormerMember(accountId))
            : new NotFound("account");

    private static async Task<Result<MemberView>> ChangeAsync(
        MemberKey key, MemberChange change, Viewer viewer, ChangeMember action, MemberReader reader, CancellationToken cancellationToken)
    {
        if (viewer.AccountId != key.AccountId)
        {
            return new NotFound("member");
        }

        if ((await action.HandleAsync(key.Id, change, viewer, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        return await reader.FindAsync(key.AccountId, key.Id, cancellationToken) is { } line ? new MemberView(line) : new NotFound("member");
    }
}

/// <summary>A membership that has ended.</summary>
/// <param name="AccountId">The account that it was of.</param>
[ObjectType("FormerMember")]
public sealed record FormerMember([property: ID("Account")] Guid AccountId);
