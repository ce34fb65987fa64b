using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Leaving.Export;

/// <summary>Lets an owner take everything of the account along (FLU-25), and puts down that it was done.</summary>
public sealed class ExportAccount(AccountTransactions transactions)
{
    public async Task<Result<ExportScope>> HandleAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync<ExportScope>(
                account,
                (scope, _) =>
                {
                    scope.Append(new AccountExported(viewer.UserId));
                    return Task.FromResult<Result<ExportScope>>(new ExportScope(account, viewer.UserId));
                },
                cancellationToken)
            : new OwnersOnly();
    }
}
