using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>
/// An owner changes what a member may do and how much it may approve; the member is told by mail. Who becomes a viewer has no limit any more.
/// What is the same already changes nothing.
/// </summary>
public sealed class ChangeMember(AccountTransactions transactions, MemberMails mails)
{
    /// <returns>
    /// Refused with <see cref="LastOwner"/>, <see cref="ApprovalLimitNotValid"/>, <see cref="ViewerApprovesNothing"/>, and with
    /// <see cref="OwnersOnly"/> for others.
    /// </returns>
    public async Task<Result<Member>> HandleAsync(MemberId id, MemberChange change, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnersOnly();
        }

        return ApprovalLimit.Check(change.Role == MemberRole.Viewer ? null : change.Limit?.Minutes) is { } refusal
            ? refusal
            : await transactions.RunAsync(account, (scope, token) => ChangeAsync(scope, id, change, viewer, token), cancellationToken);
    }

    private async Task<Result<Member>> ChangeAsync(AccountScope scope, MemberId id, MemberChange change, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        if (book.Find(id) is not { } member)
        {
            return new NotFound("member");
        }

        var role = change.Role ?? member.Role;
        if (change is { Role: null, Limit.Minutes: not null } && role == MemberRole.Viewer)
        {
            return new ViewerApprovesNothing();
        }

        if (book.CheckOwners(member, role) is { } last)
        {
            return last;
        }

        var limit = role == MemberRole.Viewer ? null : change.Limit is { } given ? given.Minutes : member.ApprovalLimitMinutes;
        if (member.Role == role && member.ApprovalLimitMinutes == limit)
        {
            return member;
        }

        if (member.Role != role)
        {
            scope.Append(new MemberRoleChanged(member.UserId, member.Role, role, viewer.UserId));
        }

        if (member.ApprovalLimitMinutes != limit)
        {
            scope.Append(new MemberLimitChanged(member.UserId, member.ApprovalLimitMinutes, limit, viewer.UserId));
        }

        if (member.Role == MemberRole.Owner && role != MemberRole.Owner)
        {
            await MemberBook.WithdrawOfAsync(scope, member.UserId, cancellationToken);
        }

        (member.Role, member.ApprovalLimitMinutes) = (role, limit);
        if (member.UserId != viewer.UserId)
        {
            await mails.ChangedAsync(scope, member, cancellationToken);
        }

        return member;
    }
}

/// <summary>What of a member is to be otherwise.</summary>
/// <param name="Role">What it may do; null to leave that.</param>
/// <param name="Limit">How much it may approve; null to leave that.</param>
public sealed record MemberChange(MemberRole? Role, LimitChange? Limit);

/// <summary>How much a member is to be allowed to approve.</summary>
/// <param name="Minutes">The most on one quote; null for no limit.</param>
public sealed record LimitChange(int? Minutes);
