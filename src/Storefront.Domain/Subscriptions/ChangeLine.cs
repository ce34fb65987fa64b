using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>One line of what is to be paid.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="PlanKey">The plan it charges for.</param>
/// <param name="InsteadOf">The plan whose price it makes up for; null for a renewal.</param>
/// <param name="Interval">The interval of the prices.</param>
/// <param name="Basis">The difference of the prices, or the price of a renewal, before the share.</param>
/// <param name="Share">The share of it that is charged.</param>
/// <param name="Amount">Net, rounded once, halves up.</param>
/// <param name="Tax">On this line, rounded once.</param>
/// <param name="BilledOn">The day on which it is asked for.</param>
public sealed record ChangeLine(
    ChangeLineKind Kind,
    string PlanKey,
    string? InsteadOf,
    BillingInterval Interval,
    Money Basis,
    DayShare Share,
    Money Amount,
    Money Tax,
    LocalDate BilledOn)
{
    public Money Total => Amount + Tax;

    internal static ChangeLine Of(
        ChangeLineKind kind, PlanTerms plan, PlanTerms? insteadOf, DayShare share, TaxRate tax, LocalDate billedOn)
    {
        var basis = insteadOf is null ? plan.Price : plan.Price - insteadOf.Price;
        var amount = share.Of(basis);
        return new ChangeLine(kind, plan.PlanKey, insteadOf?.PlanKey, plan.Interval, basis, share, amount, tax.On(amount), billedOn);
    }
}

/// <summary>What a line is for.</summary>
public enum ChangeLineKind
{
    /// <summary>The difference of an upgrade for what is left of the paid term (FLU-05).</summary>
    Adjustment,

    /// <summary>The next paid term.</summary>
    Renewal,
}
