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
    /// <returns>Refused with <see cref="InvitationUsed"/>, <see cref="InvitationWithdrawn"/>, <see cref="InvitationSentOften"/>, and with <see cref="OwnersOnly"/> for others.</returns>
    public async Task<Result<Invitation>> HandleAsync(InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync(account, (scope, token) => SendAsync(scope, id, viewer, token), cancellationToken)
            : new OwnersOnly();
    }

    private async Task<Result<Invitation>> SendAsync(AccountScope scope, InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out _, out var refused))
        {
            return refused;
        }

        if (await scope.Db.Set<Invitation>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken) is not { } invitation)
        {
            return new NotFound("invitation");
        }

        if (invitation.State.IsOpen(scope.Now) && scope.Now - invitation.SentAt < InvitationRules.Pause)
        {
            return invitation;
        }

        if (InvitationRules.CheckAgain(invitation.State, invitation.Mails, scope.Now) is { } refusal)
        {
            return refusal;
        }

        var code = InvitationCode.Create();
        invitation.CodeHash = InvitationCode.Hash(code);
        (invitation.SentAt, invitation.ExpiresAt) = (scope.Now, scope.Now + InvitationRules.ValidFor);
        invitation.Mails++;
        scope.Append(new MemberInvited(invitation.Id, invitation.Role, invitation.ApprovalLimitMinutes, viewer.UserId));
        await mails.InvitedAsync(scope, invitation, code, viewer.Name, cancellationToken);
        return invitation;
    }
}
