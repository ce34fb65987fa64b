using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>Somebody leaves an account that it belongs to, whichever it looks at. It is named, so that a second click leaves none but the first.</summary>
public sealed class LeaveAccount(AccountTransactions transactions, MemberDeparture departure)
{
    /// <returns>Refused with <see cref="LastOwner"/>, and with <see cref="NotFound"/> where the person does not belong to that account.</returns>
    public Task<Result<Done>> HandleAsync(AccountId account, Viewer viewer, CancellationToken cancellationToken) =>
        transactions.RunAsync(account, (scope, token) => LeaveAsync(scope, viewer, token), cancellationToken);

    private async Task<Result<Done>> LeaveAsync(AccountScope scope, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await MemberBook.OpenAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        if (book.CheckOwners(book.Self, role: null) is { } last)
        {
            return last;
        }

        await departure.EndAsync(scope, book.Self, cancellationToken);
        scope.Append(new MemberLeft(viewer.UserId));
        return Done.Value;
    }
}
