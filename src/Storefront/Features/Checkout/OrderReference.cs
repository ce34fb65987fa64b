using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What people quote an order by: the house's name and a number of its own.</summary>
internal static class OrderReference
{
    private const long FirstNumber = 1000;

    /// <summary>The next one of the house; taken last in the transaction.</summary>
    public static async Task<string> NextAsync(AccountScope scope, CancellationToken cancellationToken) =>
        $"{scope.Account.House.ToUpperInvariant()}-{FirstNumber + await scope.NextNumberAsync(HouseCounter.Orders, cancellationToken)}";
}
