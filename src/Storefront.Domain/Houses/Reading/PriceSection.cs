using System.Collections.Immutable;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What a plan costs in one currency.</summary>
internal sealed record PriceSection(Currency? Currency, ImmutableArray<PlanPrice> Prices, Money? OverageHour)
{
    public static PriceSection Read(ObjectReader reader, PlanContext context)
    {
        var currency = ReadCurrency(reader);
        var month = reader.OptionalAmount("month", currency);
        var year = reader.OptionalAmount("year", currency);
        var once = reader.OptionalAmount("once", currency);
        var overage = reader.OptionalAmount("overageHour", currency);
        if (!reader.Has("month") && !reader.Has("once"))
        {
            reader.Problem("currency", "A price needs a 'month', or 'once' where it is bought once.");
        }

        if (reader.Has("once") && (reader.Has("month") || reader.Has("year")))
        {
            reader.Problem("once", "What is bought once has no price for a month or a year.");
        }

        if (reader.Has("year") && !reader.Has("month"))
        {
            reader.Problem("year", "A price for a year needs one for a month to compare with.");
        }

        CheckInterval(reader, context, "month", BillingInterval.Month);
        CheckInterval(reader, context, "year", BillingInterval.Year);
        CheckInterval(reader, context, "once", BillingInterval.Once);
        if (year > month * PlanPrice.MonthsPerYear)
        {
            reader.Problem("year", $"A year at {year.Value.ToDecimalString()} costs more than twelve months at {month!.Value.ToDecimalString()}.");
            year = null;
        }

        return new PriceSection(currency, [.. PricesOf(context, month, year, once)], overage);
    }

    private static Currency? ReadCurrency(ObjectReader reader)
    {
        var code = reader.Text("currency");
        reader.Refers("currency", "currency");
        return reader.Reading.Currencies.FirstOrDefault(currency => currency.Code == code);
    }

    private static void CheckInterval(ObjectReader reader, PlanContext context, string name, BillingInterval interval)
    {
        if (reader.Has(name) && context.Billing.Intervals.Count > 0 && !context.Billing.Intervals.Contains(interval))
        {
            reader.Problem(name, $"'billing.intervals' has no {ObjectReader.UpperSnake(interval.ToString())}, so nothing is sold for it.");
        }
    }

    private static IEnumerable<PlanPrice> PricesOf(PlanContext context, Money? month, Money? year, Money? once)
    {
        if (once is { } single)
        {
            yield return PlanPrice.Once(single, context.Tax);
        }

        if (month is not { } monthly)
        {
            yield break;
        }

        yield return PlanPrice.Monthly(monthly, context.Tax);
        if (year is { } annual)
        {
            yield return PlanPrice.AnnualOf(annual, monthly, context.Tax);
        }
        else if (context.Billing.Intervals.Contains(BillingInterval.Year))
        {
            yield return PlanPrice.Annual(monthly, context.Billing.AnnualDiscountPercent, context.Tax);
        }
    }
}
