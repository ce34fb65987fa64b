using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions.Changes;

namespace Storefront.Features.Subscriptions;

/// <summary>What a change of plan would do, exactly; confirming its token does that or nothing.</summary>
[ObjectType("PlanChangePreview")]
public sealed class PlanChangePreviewView(SealedPreview offer)
{
    private ChangePreview Preview => offer.Preview;

    /// <summary>Confirms exactly this, until `validUntil`.</summary>
    public string Token => offer.Token;

    /// <summary>What sort of change it is.</summary>
    public PlanChangeKind Kind => Preview.Kind;

    /// <summary>What is asked for on confirming, tax included.</summary>
    public Money MoneyNow => Preview.MoneyNow.Total;

    /// <summary>What is asked for when the next paid term begins, tax included.</summary>
    public Money MoneyAtRenewal => Preview.MoneyAtRenewal.Total;

    /// <summary>What the next invoice comes to by this change, tax included.</summary>
    public Money MoneyOnNextInvoice => Preview.MoneyOnNextInvoice.Total;

    /// <summary>The day of the next invoice; null when there is none to come.</summary>
    public LocalDate? NextInvoiceOn => Preview.NextInvoiceOn;

    /// <summary>The first day of the next paid term.</summary>
    public LocalDate RenewsOn => Preview.RenewsOn;

    /// <summary>Minutes granted on confirming.</summary>
    public int MinutesNow => Preview.MinutesNow;

    /// <summary>Minutes that the next billing period grants.</summary>
    public int MinutesAtRenewal => Preview.MinutesAtRenewal;

    /// <summary>Minutes that lapse at the end of the running period if nothing more is used, after rollover.</summary>
    public int LapsingMinutes => Preview.LapsingMinutes;

    /// <summary>When it acts.</summary>
    public Instant EffectiveAt => offer.EffectiveAt;

    /// <summary>Whether it acts on confirming.</summary>
    public bool ActsAtOnce => Preview.ActsAtOnce;

    /// <summary>The day on which a temporary upgrade goes back; null for others.</summary>
    public LocalDate? EndsOn => Preview.EndsOn;

    /// <summary>Until when the token can be confirmed, exclusive.</summary>
    public Instant ValidUntil => Preview.ValidUntil;

    /// <summary>What is to be paid and when, in order.</summary>
    public IReadOnlyList<PlanChangeLineView> Lines => [.. Preview.Lines.Select(line => new PlanChangeLineView(line))];
}

/// <summary>One line of what is to be paid.</summary>
[ObjectType("PlanChangeLine")]
public sealed class PlanChangeLineView(ChangeLine line)
{
    /// <summary>What it is for.</summary>
    public ChangeLineKind Kind => line.Kind;

    /// <summary>Key of the plan that it charges for.</summary>
    public string PlanKey => line.PlanKey;

    /// <summary>Key of the plan whose price it makes up for; null for a renewal.</summary>
    public string? InsteadOf => line.InsteadOf;

    /// <summary>The interval of the prices.</summary>
    public BillingInterval Interval => line.Interval;

    /// <summary>The difference of the prices, or the price of a renewal, before the share.</summary>
    public Money Basis => line.Basis;

    /// <summary>Days of the share that is charged; 1 of 1 is the whole.</summary>
    public int Days => line.Share.Days;

    /// <summary>Days of the whole.</summary>
    public int OfDays => line.Share.OfDays;

    /// <summary>What is charged, net.</summary>
    public Money Amount => line.Amount;

    /// <summary>The tax on the line.</summary>
    public Money Tax => line.Tax;

    /// <summary>The day on which it is asked for.</summary>
    public LocalDate BilledOn => line.BilledOn;
}
