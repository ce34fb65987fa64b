using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Reads an account's orders.</summary>
public sealed class OrderReader(IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks, BusinessClock clock)
{
    /// <summary>Orders are few; what is beyond is of years ago.</summary>
    private const int Most = 100;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<OrderView>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == account)
            .OrderByDescending(order => order.OrderedAt).ThenByDescending(order => order.Reference).Take(Most).ToListAsync(cancellationToken);
        var views = new List<OrderView>(orders.Count);
        foreach (var order in orders)
        {
            views.Add(await ViewAsync(db, order, cancellationToken));
        }

        return views;
    }

    /// <summary>Null when the account has no such order.</summary>
    public async Task<OrderView?> FindAsync(AccountId account, string reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Reference == reference, cancellationToken) is { } order
            ? await ViewAsync(db, order, cancellationToken)
            : null;
    }

    /// <summary>The order of the account that can be paid, the latest; null when there is none.</summary>
    public async Task<OrderView?> FindOpenAsync(AccountId account, CancellationToken cancellationToken) =>
        (await ListAsync(account, cancellationToken)).FirstOrDefault(order => order is { Status: OrderStatus.AwaitingPayment, Purpose: OrderPurpose.Plan });

    /// <summary>The plan of the subscription that keeps the account from buying another; null when nothing does.</summary>
    public async Task<string?> FindRunningPlanAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PlanSubscription>()
            .Where(row => row.AccountId == account && row.Status != PlanSubscriptionStatus.Canceled)
            .Where(row => row.StripeSubscriptionId != null || row.Price.MinorUnits != 0 || row.Status == PlanSubscriptionStatus.AwaitingPayment)
            .Select(row => row.PlanKey)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<OrderView> ViewAsync(StorefrontDb db, Order order, CancellationToken cancellationToken)
    {
        var house = await handbooks.OfVersionAsync(db, order.HandbookVersion, cancellationToken);
        var state = order.ToDomain().AsOf(clock.GetCurrentInstant());
        return new OrderView(
            order.Id,
            order.Reference,
            house.Plans.Find(order.PlanKey),
            order.PlanKey,
            order.Interval,
            order.Net,
            order.Tax,
            order.Total,
            house.Tax.Name,
            state.Status,
            order.OrderedAt,
            order.ExpiresAt,
            state.SettledAt,
            order.CheckoutUrl is not null,
            await db.Set<Payment>().AnyAsync(
                payment => payment.AccountId == order.AccountId && payment.OrderId == order.Id && payment.Problem != null, cancellationToken),
            order.DeclineCode,
            order.SubscriptionId)
        {
            Purpose = order.Purpose,
            Earned = order.EarnedPlanKey is { } earned ? house.Plans.Find(earned) : null,
            Price = order.Price,
            RenewalTotal = order.Price + order.PriceTax,
        };
    }
}

/// <summary>An order as its account sees it now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">What it is quoted by.</param>
/// <param name="Plan">The plan as it was sold; null for one that its handbook does not name.</param>
/// <param name="PlanKey">The plan's key.</param>
/// <param name="Interval">Month or year.</param>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Total">What has to be paid.</param>
/// <param name="TaxName">What the tax is called.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OrderedAt">When it was placed.</param>
/// <param name="ExpiresAt">From when on it cannot be paid, exclusive.</param>
/// <param name="SettledAt">When it was paid, expired or was canceled.</param>
/// <param name="HasPage">Whether a payment page is open.</param>
/// <param name="HasProblem">Whether money came for it that settles nothing; staff see to it.</param>
/// <param name="DeclineCode">Why the last card was declined, as Stripe's code; null when none was.</param>
/// <param name="SubscriptionId">What it became.</param>
public sealed record OrderView(
    OrderId Id,
    string Reference,
    Plan? Plan,
    string PlanKey,
    BillingInterval Interval,
    Money Net,
    Money Tax,
    Money Total,
    LocalizedText TaxName,
    OrderStatus Status,
    Instant OrderedAt,
    Instant? ExpiresAt,
    Instant? SettledAt,
    bool HasPage,
    bool HasProblem,
    string? DeclineCode,
    SubscriptionId? SubscriptionId)
{
    /// <summary>What it is for.</summary>
    public required OrderPurpose Purpose { get; init; }

    /// <summary>What it is called; {0} is its plan.</summary>
    public string TitleKey => OrderWords.Key(Purpose, Interval);

    /// <summary>The plan that had been earned and whose list price was taken off; null where nothing was (FEN-02).</summary>
    public Plan? Earned { get; init; }

    /// <summary>The list price, net, which the terms after the first cost.</summary>
    public required Money Price { get; init; }

    /// <summary>What the terms after the first cost, tax included.</summary>
    public required Money RenewalTotal { get; init; }
}
