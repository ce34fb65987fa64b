using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>What is asked for by an order of its own, because nobody charges it: a paid term, upgrades' adjustments, or both.</summary>
/// <param name="AskedOn">The day from which it is asked for.</param>
/// <param name="DueOn">The day on which it is due; of a term, its first.</param>
/// <param name="Renews">The terms of the paid term that it buys; null where it is for adjustments alone.</param>
/// <param name="Lines">What it is for, the term first.</param>
public sealed record RenewalBill(LocalDate AskedOn, LocalDate DueOn, PlanTerms? Renews, ImmutableArray<ChangeLine> Lines)
{
    /// <summary>Without tax.</summary>
    public Money Net => Money.Sum(Lines.Select(line => line.Amount), Lines[0].Amount.Currency);

    /// <summary>Line by line.</summary>
    public Money Tax => Money.Sum(Lines.Select(line => line.Tax), Lines[0].Tax.Currency);

    public Money Total => Net + Tax;
}
