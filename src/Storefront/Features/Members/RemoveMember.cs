using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An owner takes somebody out of the account; the person is told by mail. Twice is once.</summary>
public sealed class RemoveMember(AccountTransactions transactions, MemberDeparture departure, MemberMails mails)
{
    /// <returns>Refused with <see cref="LastOwner"/>, and with <see cref="OwnersOnly"/> for others.</returns>
    public async Task<Result<Done>> HandleAsync(MemberId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync(
                account,
                (scope, token) => scope.OnceAsync("remove-member", $"remove-member:{id}", new { id }, () => RemoveAsync(scope, id, viewer, token), token),
                cancellationToken)
            : new OwnersOnly();
    }

    private async Task<Result<Done>> RemoveAsync(AccountScope scope, MemberId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        if (book.Find(id) is not { } member)
        {
            return new NotFound("member");
        }

        if (book.CheckOwners(member, role: null) is { } last)
        {
            return last;
        }

        await departure.EndAsync(scope, member, cancellationToken);
        scope.Append(member == book.Self ? new MemberLeft(member.UserId) : new MemberRemoved(member.UserId, viewer.UserId));
        if (member != book.Self)
        {
            await mails.RemovedAsync(scope, member, cancellationToken);
        }

        return Done.Value;
    }
}
