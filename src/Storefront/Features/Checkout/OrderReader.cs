using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Projects;
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
        if (await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Reference == reference, cancellationToken) is not { } order)
        {
            return null;
        }

        var view = await ViewAsync(db, order, cancellationToken);
        return view is { Status: OrderStatus.Canceled, SettledAt: { } since } ? view with { Kept = await CreditReader.KeptAsync(db, order, since, cancellationToken) } : view;
    }

    /// <summary>The orders that ask for the prices of quotes, each with its quote.</summary>
    public async Task<IReadOnlyList<(QuoteId Quote, OrderView Order)>> ListByQuoteAsync(
        AccountId account, IReadOnlyCollection<QuoteId> quotes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(row => row.AccountId == account && row.QuoteId != null && quotes.Contains(row.QuoteId.Value)).ToListAsync(cancellationToken);
        var found = new List<(QuoteId, OrderView)>(orders.Count);
        foreach (var order in orders)
        {
            found.Add((order.QuoteId!.Value, await ViewAsync(db, order, cancellationToken)));
        }

        return found;
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
            house.Plans.Find(order.PlanKey ?? ""),
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
                payment => payment.AccountId == order.AccountId && payment.OrderId == order.Id && payment.CreditedMinorUnits == 0
                    && payment.Problem != null && !PaymentProblems.OfReturns.Contains(payment.Problem),
                cancellationToken),
            order.DeclineCode,
            order.SubscriptionId)
        {
            Purpose = order.Purpose,
            Package = house.FindPackage(order.PackageKey),
            PackageKey = order.PackageKey,
            DesignKey = order.DesignKey,
            Platform = house.Platforms.FirstOrDefault(platform => platform.Key == order.PlatformKey),
            ExtraProjectNumber = order.ExtraProjectNumber,
            TicketNumber = order.TicketNumber,
            Method = house.FindPaymentMethod(order.PaymentMethod),
            State = state,
            IsOwed = order.IsOwed,
            RenewalDueOn = order.RenewalDueOn,
            RenewalLines = order.RenewalLines?.Items ?? [],
            BuysTerm = order.BuysTerm,
            ProjectNumber = order.PackageKey is null ? null : await db.Set<Project>()
                .Where(project => project.AccountId == order.AccountId && project.OrderId == order.Id).Select(project => (int?)project.Number)
                .SingleOrDefaultAsync(cancellationToken),
            Earned = order.EarnedPlanKey is { } earned ? house.Plans.Find(earned) : null,
            Price = order.Price,
            RenewalTotal = order.Price + order.PriceTax,
        };
    }
}
