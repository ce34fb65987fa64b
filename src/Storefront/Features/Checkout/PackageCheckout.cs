using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Gateways;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Orders a package: with its design and platform, at its present price, which the order keeps (TEC-01, COM-04).</summary>
public sealed class PackageCheckout(Handbooks handbooks, PaymentGateways gateways, OrderSettlement settlement)
{
    /// <summary>What is bought, as it is sold now; otherwise the refusal says what there is not.</summary>
    internal Result<PackageChoice> Check(StartCheckoutInput input)
    {
        var house = handbooks.Present;
        if (house.FindPackage(input.PackageKey) is not { } package)
        {
            return new UnknownPackage(input.PackageKey ?? "");
        }

        if (!Currency.TryParse(input.Currency?.ToUpperInvariant(), out var currency) || !house.Currencies.Contains(currency) || package.PriceIn(currency) is not { } price)
        {
            return new CurrencyNotOffered(input.Currency ?? "");
        }

        var design = string.IsNullOrEmpty(input.DesignKey) ? null : input.DesignKey;
        if (package.Designs.Length == 0 ? design is not null : package.Designs.All(known => known.Key != design))
        {
            return new DesignNotOffered(design ?? "");
        }

        if (!PlatformOf(house, package, input.PlatformKey).TryGet(out var platform, out var unknown))
        {
            return unknown;
        }

        return gateways.MethodsFor(OrderPurpose.Package, currency).FirstOrDefault(method => method.Key == input.Method) is { } chosen
            ? new PackageChoice(package, price, design, platform.Key, chosen)
            : new PaymentMethodNotOffered(input.Method ?? "");
    }

    internal async Task<Result<OrderId>> PlaceAsync(AccountScope scope, PackageChoice choice, UserId buyer, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var (package, price) = (choice.Package, choice.Price);
        Money? withOrder = package.Parts.Length == 0 ? null
            : Money.Sum(package.SplitOf(price.Total).Where(part => part.Part.Due == PartDue.Order).Select(part => part.Amount), price.Total.Currency);
        Instant? expiresAt = withOrder is { IsZero: true } ? null : scope.Now + Duration.FromDays(house.Billing.OrderValidDays);
        var state = OrderState.Place(OrderId.New(scope.Now), price.Total, scope.Now, expiresAt, withOrder);
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = await OrderReference.NextAsync(scope, cancellationToken),
            PackageKey = package.Key,
            DesignKey = choice.DesignKey,
            PlatformKey = choice.PlatformKey,
            Interval = BillingInterval.Once,
            HandbookVersion = house.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = state.Total,
            DueWithOrderMinorUnits = withOrder?.MinorUnits,
            PaymentMethod = choice.Method.Key,
            Status = state.Status,
            OrderedBy = buyer,
            OrderedAt = state.PlacedAt,
            ExpiresAt = state.ExpiresAt,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, PlanKey: null, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code, package.Key));
        await settlement.PlacedAsync(scope, order, cancellationToken);
        return order.Id;
    }

    /// <summary>The platform that the package is built on, or the one that was chosen where that is open.</summary>
    private static Result<(string? Key, bool IsChosen)> PlatformOf(Handbook house, Package package, string? wished) =>
        string.IsNullOrEmpty(wished) ? (package.PlatformKey, false)
        : (package.PlatformKey is { } only ? only == wished : house.Platforms.Any(platform => platform.Key == wished)) ? (wished, true)
        : new PlatformNotOffered(wished);
}
