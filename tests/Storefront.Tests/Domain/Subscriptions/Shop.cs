using System.Collections.Immutable;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Hours;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>Policies and plans to test with: Flunt's four, at prices chosen so that shares can be checked by eye.</summary>
internal static class Shop
{
    public static readonly TaxRate Vat = new(1900);

    public static readonly Plan Essential = Offer("essential", 1, 600, 300_000);
    public static readonly Plan Business = Offer("business", 2, 1200, 540_000);
    public static readonly Plan Growth = Offer("growth", 3, 2400, 960_000);

    public static readonly ChangePolicy FluntChanges = new(
        UpgradeMoney.ShareOfPaidTerm,
        UpgradeHours.ShareOfBillingPeriod,
        UpgradeBilling.NextBoundary,
        TemporaryUpgrades: true,
        Downgrade: ChangeMoment.EndOfPaidTerm,
        Cancellation: ChangeMoment.EndOfPaidTerm,
        ContractedTermMonths: 0,
        Pauses: true,
        PreviewMinutes: 30);

    public static readonly ChangePolicy FenicioChanges = new(
        UpgradeMoney.FullDifference,
        UpgradeHours.FullDifference,
        UpgradeBilling.AtOnce,
        TemporaryUpgrades: false,
        Downgrade: ChangeMoment.EndOfContractedTerm,
        Cancellation: ChangeMoment.EndOfContractedTerm,
        ContractedTermMonths: 12,
        Pauses: false,
        PreviewMinutes: 30);

    public static readonly SubscriptionPolicies Flunt = new(HourRules.Flunt, FluntChanges, Santiago);
    /// <summary>Flunt's for who pays past it: asked for ten days ahead, at rest ten days after.</summary>
    public static readonly SubscriptionPolicies FluntByHand = Flunt with { Renewal = new RenewalPolicy(10, [-3, 1, 6], 10) };

    public static readonly SubscriptionPolicies Fenicio = new(HourRules.Fenicio, FenicioChanges, Santiago);

    public static PlanTerms Terms(Plan plan, BillingInterval interval = BillingInterval.Month) =>
        PlanTerms.Of(plan, interval, Currency.Clp).Value;

    public static Plan Offer(string key, int rank, int minutes, long monthly) => new(
        Key: key,
        Rank: rank,
        MonthlyMinutes: minutes,
        Name: new LocalizedText(("en", key)),
        Description: new LocalizedText(("en", key)),
        Highlighted: false,
        Priority: 0,
        Entitlements: ImmutableArray<Entitlement>.Empty,
        Prices:
        [
            PlanPrice.Monthly(new Money(monthly, Currency.Clp), Vat),
            PlanPrice.Annual(new Money(monthly, Currency.Clp), 10, Vat),
        ],
        OverageHourlyRates: ImmutableArray<Money>.Empty);
}
