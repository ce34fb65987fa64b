using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>
/// Orders a plan or a package and opens its payment page. The order keeps its price and is there before anybody is asked for money; whatever fails
/// after, it can be paid later. An order of nothing is paid at once.
/// </summary>
public sealed class StartCheckout(
    IDbContextFactory<StorefrontDb> contexts,
    Handbooks handbooks,
    AccountTransactions transactions,
    SubscriptionLifecycle lifecycle,
    OrderSettlement settlement,
    PackageCheckout packages,
    PaymentGateways gateways)
{
    private const string Operation = "checkout.start";

    public async Task<Result<CheckoutStarted>> HandleAsync(StartCheckoutInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnersOnly();
        }

        var placed = input.PackageKey is null && (input.PlanKey is not null || handbooks.Present.SellsPlans)
            ? await OrderPlanAsync(account, input, viewer.UserId, cancellationToken)
            : await OrderPackageAsync(account, input, viewer.UserId, cancellationToken);
        return placed.TryGet(out var order, out var refusal)
            ? await gateways.OpenAsync(await ReadAsync(account, order, cancellationToken), cancellationToken)
            : refusal;
    }

    private async Task<Result<OrderId>> OrderPlanAsync(AccountId account, StartCheckoutInput input, UserId buyer, CancellationToken cancellationToken)
    {
        if (!Check(input).TryGet(out var choice, out var wrong))
        {
            return wrong;
        }

        // What was chosen, not what it costs: a price that changed meanwhile does not make a repeated request another one.
        var chosen = new { choice.Plan.Key, choice.Price.Interval, choice.Price.Amount.Currency, Method = choice.Method.Key };
        return await transactions.RunAsync(
            account,
            (scope, token) => scope.OnceAsync(Operation, input.IdempotencyKey ?? "", chosen, () => PlaceAsync(scope, choice, buyer, token), token),
            cancellationToken);
    }

    private async Task<Result<OrderId>> OrderPackageAsync(AccountId account, StartCheckoutInput input, UserId buyer, CancellationToken cancellationToken)
    {
        if (input.PlanKey is not null)
        {
            return new ChoiceNotClear();
        }

        if (!packages.Check(input).TryGet(out var choice, out var wrong))
        {
            return wrong;
        }

        var chosen = new { Package = choice.Package.Key, choice.DesignKey, choice.PlatformKey, choice.Price.Amount.Currency, Method = choice.Method.Key };
        return await transactions.RunAsync(
            account,
            (scope, token) => scope.OnceAsync(Operation, input.IdempotencyKey ?? "", chosen, () => packages.PlaceAsync(scope, choice, buyer, token), token),
            cancellationToken);
    }

    /// <summary>What is bought, as it is sold now; otherwise the refusal says what there is not.</summary>
    private Result<CheckoutChoice> Check(StartCheckoutInput input)
    {
        var house = handbooks.Present;
        if (!house.Plans.Get(input.PlanKey ?? "").TryGet(out var plan, out var unknown))
        {
            return unknown;
        }

        if (!Currency.TryParse(input.Currency?.ToUpperInvariant(), out var currency) || !house.Currencies.Contains(currency))
        {
            return new CurrencyNotOffered(input.Currency ?? "");
        }

        if (!house.Billing.Intervals.Contains(input.Interval) || plan.PriceFor(input.Interval, currency) is not { } price)
        {
            return new PriceNotOffered(plan.Key, input.Interval, currency.Code);
        }

        return gateways.MethodsFor(OrderPurpose.Plan, currency).FirstOrDefault(method => method.Key == input.Method) is { } chosen
            ? new CheckoutChoice(plan, price, chosen)
            : new PaymentMethodNotOffered(input.Method ?? "");
    }

    /// <summary>The ways to pay that confirm by themselves, the preferred first: for orders that nobody chose a way for.</summary>
    internal static IEnumerable<PaymentMethod> MethodsFor(Handbook house, Currency currency) =>
        house.PaymentMethodsFor(currency).Where(method => method.Kind == PaymentMethodKind.Stripe);

    private async Task<Order> ReadAsync(AccountId account, OrderId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Order>().AsNoTracking().SingleAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
    }

    private async Task<Result<OrderId>> PlaceAsync(AccountScope scope, CheckoutChoice choice, UserId buyer, CancellationToken cancellationToken)
    {
        if (!(await lifecycle.PriceAsync(scope, choice.Plan, choice.Price, cancellationToken)).TryGet(out var price, out var refusal))
        {
            return refusal;
        }

        var house = handbooks.Present;
        var expiresAt = scope.Now + Duration.FromDays(house.Billing.OrderValidDays);
        if (await lifecycle.PriceHoldsUntilAsync(scope, cancellationToken) is { } until)
        {
            expiresAt = Instant.Min(expiresAt, until);
        }

        var state = OrderState.Place(OrderId.New(scope.Now), price.Total, scope.Now, expiresAt);
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = await OrderReference.NextAsync(scope, cancellationToken),
            PlanKey = choice.Plan.Key,
            Interval = choice.Price.Interval,
            HandbookVersion = house.Version.Hash,
            Net = price.Net,
            Tax = price.Tax,
            Total = state.Total,
            EarnedPlanKey = price.InsteadOf?.PlanKey,
            CreditMinorUnits = price.Credit.MinorUnits,
            CreditTaxMinorUnits = price.CreditTax.MinorUnits,
            PaymentMethod = choice.Method.Key,
            Status = state.Status,
            OrderedBy = buyer,
            OrderedAt = state.PlacedAt,
            ExpiresAt = state.ExpiresAt,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code));
        if (!order.Total.IsZero)
        {
            return order.Id;
        }

        var granted = await settlement.ReceiveAsync(scope, order, order.Total, scope.Now, new FirstPayment($"order:{order.Id.Value:N}"), cancellationToken);
        return granted.Map(_ => order.Id);
    }
}
