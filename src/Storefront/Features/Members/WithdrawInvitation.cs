using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An owner takes an invitation back: its link does nothing any more. Twice is once.</summary>
public sealed class WithdrawInvitation(AccountTransactions transactions)
{
    /// <returns>Refused with <see cref="InvitationUsed"/>, and with <see cref="OwnersOnly"/> for others.</returns>
    public async Task<Result<Invitation>> HandleAsync(InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync(account, (scope, token) => WithdrawAsync(scope, id, viewer, token), cancellationToken)
            : new OwnersOnly();
    }

    private static async Task<Result<Invitation>> WithdrawAsync(AccountScope scope, InvitationId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out _, out var refused))
        {
            return refused;
        }

        if (await scope.Db.Set<Invitation>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken) is not { } invitation)
        {
            return new NotFound("invitation");
        }

        if (invitation.AcceptedAt is not null)
        {
            return new InvitationUsed();
        }

        if (invitation.WithdrawnAt is null)
        {
            invitation.WithdrawnAt = scope.Now;
            await InvitationPost.DropAsync(scope, id, cancellationToken);
            scope.Append(new InvitationTakenBack(id, viewer.UserId));
        }

        return invitation;
    }
}
