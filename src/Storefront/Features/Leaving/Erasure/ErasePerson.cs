using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Accounts;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>
/// A person leaves the house for good (FLU-25), whether it belongs to accounts or to none any more: name, address and sign-ins go, in all of
/// them. What it wrote on tickets belongs to the account and stays there, without its name.
/// </summary>
public sealed class ErasePerson(AccountTransactions transactions, Handbook handbook, IStringLocalizer<LeavingTexts> texts)
{
    /// <param name="viewer">The person.</param>
    /// <param name="confirmation">Its address, as it was typed.</param>
    /// <param name="cancellationToken">Stops it before anything is gone.</param>
    public async Task<Result<Done>> HandleAsync(Viewer viewer, string? confirmation, CancellationToken cancellationToken)
    {
        if (viewer.IsStaff)
        {
            return new NotFound("account");
        }

        return string.Equals(confirmation?.Trim(), viewer.Email, StringComparison.OrdinalIgnoreCase)
            ? await transactions.RunTogetherAsync(
                (db, token) => db.Set<Member>().Where(row => row.UserId == viewer.UserId).Select(row => row.AccountId).ToListAsync(token),
                (scope, accounts, token) => EraseAsync(scope, accounts, viewer.UserId, token),
                cancellationToken)
            : new ConfirmationDiffers();
    }

    private async Task<Result<Done>> EraseAsync(
        StoreScope scope, IReadOnlyList<AccountScope> accounts, UserId id, CancellationToken cancellationToken)
    {
        var user = await scope.Db.Users.SingleAsync(row => row.Id == id, cancellationToken);
        if (user.IsErased)
        {
            return Done.Value;
        }

        var owned = scope.Db.Set<Member>().Where(row => row.UserId == id && row.Role == MemberRole.Owner).Select(row => row.AccountId);
        var alone = await owned.AnyAsync(
            own => !scope.Db.Set<Member>().Any(other => other.AccountId == own && other.UserId != id && other.Role == MemberRole.Owner), cancellationToken);
        if (alone)
        {
            return new LastOwner();
        }

        await scope.Db.Set<Member>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await PersonRows.EraseAsync(scope.Db, user, ErasureWords.Person(handbook, texts), cancellationToken);
        foreach (var account in accounts)
        {
            await MemberBook.WithdrawOfAsync(account, id, cancellationToken);
            account.Append(new MemberErased(id));
        }

        return Done.Value;
    }
}
