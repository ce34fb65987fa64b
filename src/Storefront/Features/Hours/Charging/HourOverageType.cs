using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>Work of a closed ticket beyond the included hours (FEN-12).</summary>
[ObjectType("HourOverage")]
public sealed class HourOverageView(HourOverage overage)
{
    /// <summary>What did not fit, the ticket's least charge included.</summary>
    public int Minutes => overage.Minutes;

    /// <summary>Net, for an hour, of the plan in force when the ticket was closed.</summary>
    public Money HourlyRate => overage.HourlyRate;

    /// <summary>What it costs, net.</summary>
    public Money Amount => overage.Net;

    /// <summary>The tax on it.</summary>
    public Money Tax => overage.Tax;

    /// <summary>When the ticket was closed.</summary>
    public Instant ClosedAt => overage.ClosedAt;

    /// <summary>When it was put on an invoice, or became an order; null while it waits.</summary>
    public Instant? BilledAt => overage.BilledAt;
}

/// <summary>An account's work beyond its hours.</summary>
[ExtendObjectType<AccountView>]
public static class AccountOverages
{
    /// <summary>Work beyond the included hours, the last one first, at most a hundred.</summary>
    [Authorize(Scopes = ["hours:read"])]
    public static async Task<IReadOnlyList<HourOverageView>> HourOveragesAsync(
        [Parent] AccountView account, HourOverageReader reader, CancellationToken cancellationToken) =>
        [.. (await reader.ListAsync(account.AccountId, cancellationToken)).Select(overage => new HourOverageView(overage))];
}

/// <summary>Reads work beyond the included hours.</summary>
public sealed class HourOverageReader(IDbContextFactory<StorefrontDb> contexts)
{
    private const int Most = 100;

    /// <summary>The references of the orders that it became.</summary>
    public async Task<IReadOnlyDictionary<OrderId, string>> ListOrdersAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Order>().Where(order => order.AccountId == account && order.IsOverage)
            .ToDictionaryAsync(order => order.Id, order => order.Reference, cancellationToken);
    }

    /// <summary>The last ones, the latest first.</summary>
    public async Task<IReadOnlyList<HourOverage>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<HourOverage>().AsNoTracking().Where(row => row.AccountId == account)
            .OrderByDescending(row => row.ClosedAt).Take(Most).ToListAsync(cancellationToken);
    }
}
