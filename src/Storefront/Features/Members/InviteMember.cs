using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Inbound;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An owner asks somebody into the account by mail. Asked again, the earlier invitation ends; a second click sends nothing more.</summary>
public sealed class InviteMember(AccountTransactions transactions, MemberMails mails, TicketAddresses addresses)
{
    /// <returns>
    /// Refused with <see cref="EmailNotValid"/>, <see cref="ApprovalLimitNotValid"/>, <see cref="AlreadyMember"/>, <see cref="TooManyMembers"/>,
    /// <see cref="TooManyInvitations"/>, <see cref="InvitationsADayReached"/>, <see cref="InvitationSentOften"/>, and with <see cref="OwnersOnly"/> for others.
    /// </returns>
    public async Task<Result<SentInvitation>> HandleAsync(InvitationInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnersOnly();
        }

        if (!InvitedAddress.TryRead(input.Email, out var email) || !addresses.CanReach(email))
        {
            return new EmailNotValid();
        }

        var limit = input.Role == MemberRole.Viewer ? null : input.ApprovalLimitMinutes;
        return ApprovalLimit.Check(limit) is { } refusal
            ? refusal
            : await transactions.RunAsync(account, (scope, token) => InviteAsync(scope, email, input.Role, limit, viewer, token), cancellationToken);
    }

    private async Task<Result<SentInvitation>> InviteAsync(
        AccountScope scope, string email, MemberRole role, int? limit, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        var all = await scope.Db.Set<Invitation>().Where(row => row.AccountId == scope.AccountId).ToListAsync(cancellationToken);
        var earlier = all.Find(row => row.Email == email && row.IsPending);
        if (earlier is not null && earlier.State.IsOpen(scope.Now) && (earlier.Role, earlier.ApprovalLimitMinutes) == (role, limit)
            && await InvitationPost.HasJustGoneAsync(scope, earlier, cancellationToken))
        {
            return new SentInvitation(earlier, HasMail: true);
        }

        var post = await InvitationPost.CountAsync(scope, email, cancellationToken);
        if (await book.CheckInvitationAsync(scope, email, all, post, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (earlier is not null && post.IsFull)
        {
            return new SentInvitation(post.Renew(scope, earlier, role, limit, viewer.UserId), HasMail: false);
        }

        var (code, now) = (InvitationCode.Create(), scope.Now);
        var invitation = new Invitation
        {
            AccountId = scope.AccountId,
            Id = InvitationId.New(now),
            Email = email,
            Role = role,
            ApprovalLimitMinutes = limit,
            CodeHash = InvitationCode.Hash(code),
            InvitedBy = viewer.UserId,
            CreatedAt = now,
            SentAt = now,
            ExpiresAt = now + InvitationRules.ValidFor,
        };
        await InvitationPost.WithdrawAsync(
            scope, scope.Db.Set<Invitation>().Where(row => row.AccountId == scope.AccountId && row.Email == email), cancellationToken);
        scope.Db.Add(invitation);
        scope.Append(new MemberInvited(invitation.Id, role, limit, viewer.UserId));
        if (!post.IsFull)
        {
            await mails.InvitedAsync(scope, invitation, code, viewer, cancellationToken);
        }

        return new SentInvitation(invitation, HasMail: !post.IsFull);
    }
}
