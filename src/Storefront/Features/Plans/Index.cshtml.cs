using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Plans;

/// <summary>The plans beside one another, by the month or the year, in one of the house's currencies, and the plan that fits a need.</summary>
public sealed class IndexModel(Handbook handbook) : PageModel
{
    private const int MinutesAnHour = 60;

    public Handbook Handbook => handbook;

    public BillingInterval Interval { get; private set; } = BillingInterval.Month;

    public Currency Currency { get; private set; } = handbook.DefaultCurrency;

    /// <summary>What stands in the calculator's field, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Hours { get; set; }

    /// <summary>The calculator's answer; null before it was asked, or when it cannot say.</summary>
    public PlanAdvice? Advice { get; private set; }

    /// <summary>The need was not a number, or not one a month can hold.</summary>
    public bool IsNeedAbsurd { get; private set; }

    /// <summary>The plans sold so, lowest rank first.</summary>
    public IReadOnlyList<PlanOffer> Offers { get; private set; } = [];

    /// <summary>The most that a year saves over twelve months, in percent; 0 when it saves nothing.</summary>
    public int AnnualDiscount => handbook.Plans.Plans
        .Select(plan => plan.PriceFor(BillingInterval.Year, Currency)?.DiscountPercent ?? 0)
        .DefaultIfEmpty()
        .Max();

    public bool IsSoldByYear => handbook.Plans.Plans.Any(plan => plan.PriceFor(BillingInterval.Year, Currency) is not null);

    /// <summary>What the plans include, by what they are compared by; several answers to one thing share a row (FEN-18).</summary>
    public IEnumerable<IReadOnlyList<Entitlement>> EntitlementRows => handbook.Plans.AllEntitlements
        .GroupBy(entitlement => entitlement.Row?.ToString() ?? entitlement.Key)
        .Select(row => row.ToList());

    /// <summary>The promises that differ by plan: of a class, what is promised, and to which plan how much (FEN-16).</summary>
    public IEnumerable<(TicketClass Class, TargetKind Kind, IReadOnlyDictionary<string, TargetDuration> ByPlan)> TargetRows =>
        from @class in handbook.Tickets.Classes.OrderBy(@class => @class.Rank)
        from promise in handbook.Tickets.Targets.Where(target => target.ClassKey == @class.Key && target.PlanKey is not null).GroupBy(target => target.Kind)
        select (@class, promise.Key, (IReadOnlyDictionary<string, TargetDuration>)promise.ToDictionary(target => target.PlanKey!, target => target.Within));

    public void OnGet(string? interval, string? currency)
    {
        if (Currency.TryParse(currency?.ToUpperInvariant(), out var wished) && handbook.Currencies.Contains(wished))
        {
            Currency = wished;
        }

        Interval = "year".Equals(interval, StringComparison.OrdinalIgnoreCase) && IsSoldByYear ? BillingInterval.Year : BillingInterval.Month;
        Advise();
        Offers =
        [
            .. from plan in handbook.Plans.Plans
               let price = plan.PriceFor(Interval, Currency)
               where price is not null
               select new PlanOffer(plan, price, handbook.Tax.PricesIncludeTax, IsSuggested(plan)),
        ];
    }

    /// <summary>This page with another choice, the others kept.</summary>
    public string Address(BillingInterval? interval = null, Currency? currency = null) =>
        QueryString.Create(
        [
            new("interval", Name(interval ?? Interval)),
            new("currency", (currency ?? Currency).Code),
            .. string.IsNullOrEmpty(Hours) ? Array.Empty<KeyValuePair<string, string?>>() : [new("hours", Hours)],
        ]).Value!;

    /// <summary>The plan below, when this one includes all of it and more; null otherwise.</summary>
    public Plan? BaseOf(PlanOffer offer) =>
        Offers.TakeWhile(other => other != offer).LastOrDefault()?.Plan is { } less
        && less.Entitlements.All(offer.Plan.Entitlements.Contains) && less.Entitlements.Length < offer.Plan.Entitlements.Length
            ? less
            : null;

    public string CheckoutAddress(Plan plan) =>
        $"/checkout?plan={Uri.EscapeDataString(plan.Key)}&interval={Name(Interval)}&currency={Currency.Code}";

    public static string Name(BillingInterval interval) => interval.ToString().ToLowerInvariant();

    private bool IsSuggested(Plan plan) => Advice is { } advice ? advice.Recommended.Plan.Key == plan.Key : plan.Highlighted;

    private void Advise()
    {
        if (string.IsNullOrWhiteSpace(Hours))
        {
            return;
        }

        // Browsers send a full stop; people who type into the address may send their comma.
        var typed = Hours.Trim().Replace(',', '.');
        IsNeedAbsurd = true;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours <= PlanAdvisor.MostMinutes / MinutesAnHour
            && PlanAdvisor.Advise(handbook.Plans, (int)Math.Ceiling(hours * MinutesAnHour), Interval, Currency).TryGet(out var advice, out _))
        {
            Advice = advice;
            IsNeedAbsurd = false;
        }
    }
}
