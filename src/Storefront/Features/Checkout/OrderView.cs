using System.Globalization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Checkout;

/// <summary>An order as its account sees it now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">What it is quoted by.</param>
/// <param name="Plan">The plan as it was sold; null for one that its handbook does not name.</param>
/// <param name="PlanKey">The plan's key; null for what has nothing to do with plans.</param>
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
    string? PlanKey,
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

    /// <summary>What it is called; {0} is <see cref="NameIn"/>.</summary>
    public string TitleKey => ExtraProjectNumber is null ? OrderWords.Key(Purpose, Interval) : OrderWords.ExtraWork;

    /// <summary>The package as it was sold; null for anything else.</summary>
    public Package? Package { get; init; }

    /// <summary>The package's key.</summary>
    public string? PackageKey { get; init; }

    /// <summary>The design that was chosen.</summary>
    public string? DesignKey { get; init; }

    /// <summary>The platform that the package is built on.</summary>
    public Platform? Platform { get; init; }

    /// <summary>The number of the project that it became; null for anything but a package.</summary>
    public int? ProjectNumber { get; init; }

    /// <summary>The number of the project whose extra work it pays, and which it is part of unless it became one of its own; null for anything else.</summary>
    public int? ExtraProjectNumber { get; init; }

    /// <summary>The ticket whose quote it pays; null for anything else.</summary>
    public int? TicketNumber { get; init; }

    /// <summary>The way to pay that was chosen; null for one that the house no longer has.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The order as the rules see it now: what came, what is due, what is left.</summary>
    public required OrderState State { get; init; }

    /// <summary>When the rest was asked for; null where there is none or it was not yet.</summary>
    public Instant? BalanceDueAt => State.BalanceDueAt;

    /// <summary>Whether it is for work that was done, or may be: it is paid, not withdrawn.</summary>
    public bool IsOwed { get; init; }

    /// <summary>The day on which a renewal is due; null for what is none.</summary>
    public LocalDate? RenewalDueOn { get; init; }

    /// <summary>What a renewal is for, line by line.</summary>
    public IReadOnlyList<ChangeLine> RenewalLines { get; init; } = [];

    /// <summary>Whether a renewal buys a term.</summary>
    public bool BuysTerm { get; init; }

    /// <summary>What came for it and became credit, because it was withdrawn; nothing for any other, and where orders are listed.</summary>
    public Money Kept { get; init; }

    /// <summary>What is still to be paid later, not now.</summary>
    public Money DueLater => Status == OrderStatus.AwaitingPayment ? State.Left - State.DueNow : Money.Zero(Total.Currency);

    /// <summary>The design that was chosen, as it was sold.</summary>
    public PackageDesign? Design => Package?.Designs.FirstOrDefault(design => design.Key == DesignKey);

    /// <summary>What was bought, in words: the plan's or the package's name, or the number of the ticket.</summary>
    public string NameIn(CultureInfo culture) => Purpose switch
    {
        OrderPurpose.Package when ExtraProjectNumber is { } number => number.ToString(culture),
        OrderPurpose.Package => Package?.Name.In(culture) ?? PackageKey ?? "",
        OrderPurpose.Quote => TicketNumber?.ToString(culture) ?? "",
        _ => Plan?.Name.In(culture) ?? PlanKey ?? "",
    };

    /// <summary>The parts in which it is paid, each with its amount and how much of it came; one part for what is paid all at once.</summary>
    public IEnumerable<OrderPart> Parts
    {
        get
        {
            var paid = State.Paid;
            foreach (var (part, amount) in Package is { Parts.Length: > 0 } package && ExtraProjectNumber is null ? package.SplitOf(Total) : [])
            {
                var came = paid < amount ? paid : amount;
                paid -= came;
                yield return new OrderPart(part, amount, came, part.Due == PartDue.Order || State.BalanceDueAt is not null);
            }
        }
    }

    /// <summary>The plan that had been earned and whose list price was taken off; null where nothing was (FEN-02).</summary>
    public Plan? Earned { get; init; }

    /// <summary>The list price, net, which the terms after the first cost.</summary>
    public required Money Price { get; init; }

    /// <summary>What the terms after the first cost, tax included.</summary>
    public required Money RenewalTotal { get; init; }
}

/// <summary>A part in which an order is paid (SEN-10).</summary>
/// <param name="Part">The part, as it was sold.</param>
/// <param name="Amount">What it comes to, tax included.</param>
/// <param name="Paid">How much of it came.</param>
/// <param name="IsDue">Whether it is asked for already.</param>
public sealed record OrderPart(PackagePart Part, Money Amount, Money Paid, bool IsDue)
{
    public bool IsPaid => Paid == Amount;
}
