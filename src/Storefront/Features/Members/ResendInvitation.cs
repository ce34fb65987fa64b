using Microsoft.EntityFrameworkCore;
using NodaTime;
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
    /// <returns>Refused with <see cref="InvitationUsed"/>, <see cref="InvitationWithdrawn"/>, <see cref="InvitationSentOften"/>, those of <see cref="InvitationRules.CheckNew"/>, and with <see cref="OwnersOnly"/> for others.</returns>
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
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        var all = await scope.Db.Set<Invitation>().Where(row => row.AccountId == scope.AccountId).ToListAsync(cancellationToken);
        if (all.Find(row => row.Id == id) is not { } invitation)
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

        var ids = book.All.Select(member => member.UserId).ToList();
        var known = await scope.Db.Users.Where(user => ids.Contains(user.Id) && user.Email != null).Select(user => user.Email!).ToListAsync(cancellationToken);
        if (InvitationRules.CheckNew(
            known.Exists(address => InvitedAddress.AreSame(address, invitation.Email)),
            book.All.Count,
            all.Count(row => row != invitation && row.State.IsOpen(scope.Now)),
            all.Where(row => scope.Now - row.SentAt < Duration.FromDays(1)).Sum(row => row.Mails)) is { } full)
        {
            return full;
        }

        var code = InvitationCode.Create();
        invitation.InvitedBy = viewer.UserId;
        invitation.CodeHash = InvitationCode.Hash(code);
        (invitation.SentAt, invitation.ExpiresAt) = (scope.Now, scope.Now + InvitationRules.ValidFor);
        invitation.Mails++;
        scope.Append(new MemberInvited(invitation.Id, invitation.Role, invitation.ApprovalLimitMinutes, viewer.UserId));
        await mails.InvitedAsync(scope, invitation, code, viewer.Name, cancellationToken);
        return invitation;
    }
}
