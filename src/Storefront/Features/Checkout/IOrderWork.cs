using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Work that an order buys: a package's project, or what a quote offered. It is told, in the order's own transaction, what becomes of the order.</summary>
public interface IOrderWork
{
    /// <summary>Which orders buy it.</summary>
    OrderPurpose Purpose { get; }

    /// <summary>The order was placed; nothing is paid of it yet.</summary>
    Task PlacedAsync(AccountScope scope, Order order, CancellationToken cancellationToken);

    /// <summary>What is paid of the order is another sum: money came, or went back.</summary>
    Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken);

    /// <summary>Whether the work has begun although nothing is paid of it, so that the order is owed and cannot be withdrawn.</summary>
    Task<bool> HasBegunAsync(AccountScope scope, Order order, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>The order expired or was withdrawn, and nothing came for it; or all that came for it was given back.</summary>
    Task EndedAsync(AccountScope scope, Order order, CancellationToken cancellationToken);
}

internal static class OrderWorks
{
    /// <summary>Tells the work that an order bought, where it bought any, that it ended unpaid.</summary>
    public static Task EndAsync(this IEnumerable<IOrderWork> works, AccountScope scope, Order order, CancellationToken cancellationToken) =>
        works.FirstOrDefault(work => work.Purpose == order.Purpose)?.EndedAsync(scope, order, cancellationToken) ?? Task.CompletedTask;
}
