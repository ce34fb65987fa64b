using Storefront.Domain.Shared;

namespace Storefront.Store.DueWork;

/// <summary>Brings an account to the present: an account's transaction does that by itself, so there is nothing more to do in it.</summary>
internal sealed class SettleAccount(AccountTransactions transactions) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken) =>
        await transactions.RunAsync<Done>(work.AccountId!.Value, (_, _) => Task.FromResult<Result<Done>>(Done.Value), cancellationToken);
}
