using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An owner has an invitation sent again, with another link: the one before does nothing any more. Its days begin anew. A second click sends nothing more.</summary>
public sealed class ResendInvitation(AccountTransactions transactions, MemberMails mails)
{
    /// <returns>Refused with <see cref="InvitationUsed"/>, <see cref="InvitationWithdrawn"/>, those of <see cref="MemberBook.CheckInvitationAsync"/>, and with <see cref="OwnersOnly"/> for others.</returns>
    public async Task<Result<SentInvitation>> HandleAsync(InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync(account, (scope, token) => SendAsync(scope, id, viewer, token), cancellationToken)
            : new OwnersOnly();
    }

    private async Task<Result<SentInvitation>> SendAsync(AccountScope scope, InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        var all = await scope.Db.Set<Invitation>().Where(row => row.AccountId == scope.AccountId).ToListAsync(cancellationToken);
        if (all.Find(row => row.Id == id) is not { } invitation)
        {
            return new NotFound("invitation");
        }

        if (invitation.State.IsOpen(scope.Now) && await InvitationPost.HasJustGoneAsync(scope, invitation, cancellationToken))
        {
            return new SentInvitation(invitation, HasMail: true);
        }

        if (InvitationRules.CheckAgain(invitation.State, scope.Now) is { } refusal)
        {
            return refusal;
        }

        var post = await InvitationPost.CountAsync(scope, invitation.Email, cancellationToken);
        if (await book.CheckInvitationAsync(scope, invitation.Email, all, post, cancellationToken) is { } full)
        {
            return full;
        }

        post.Renew(scope, invitation, invitation.Role, invitation.ApprovalLimitMinutes, viewer.UserId);
        if (!post.IsFull)
        {
            var code = InvitationCode.Create();
            (invitation.CodeHash, invitation.SentAt) = (InvitationCode.Hash(code), scope.Now);
            await InvitationPost.DropAsync(scope, id, cancellationToken);
            await mails.InvitedAsync(scope, invitation, code, viewer, cancellationToken);
        }

        return new SentInvitation(invitation, HasMail: !post.IsFull);
    }
}
