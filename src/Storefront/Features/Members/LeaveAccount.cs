using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>Somebody leaves an account. It is named, so that a second click, which comes from the person's next account, leaves none but the first.</summary>
public sealed class LeaveAccount(AccountTransactions transactions, MemberDeparture departure)
{
    /// <returns>Refused with <see cref="LastOwner"/>, and with <see cref="NotFound"/> where the person does not look at that account.</returns>
    public async Task<Result<Done>> HandleAsync(AccountId account, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.AccountId == account
            ? await transactions.RunAsync(account, (scope, token) => LeaveAsync(scope, viewer, token), cancellationToken)
            : new NotFound("account");

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
