using System.Globalization;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Plans;

internal static class SamplePlans
{
    public static readonly TaxRate NoTax = new(0);

    public static Plan Plan(string key, int rank, int hours, long monthly, params BillingInterval[] intervals)
    {
        var month = new Money(monthly, Currency.Clp);
        return new Plan(
            key,
            rank,
            hours * 60,
            new LocalizedText(("en", key)),
            new LocalizedText(("en", rank.ToString(CultureInfo.InvariantCulture))),
            Highlighted: false,
            Priority: 0,
            [],
            [
                .. intervals.DefaultIfEmpty(BillingInterval.Month).Select(interval => interval switch
                {
                    BillingInterval.Month => PlanPrice.Monthly(month, NoTax),
                    BillingInterval.Year => PlanPrice.Annual(month, 10, NoTax),
                    BillingInterval.Once => PlanPrice.Once(month, NoTax),
                }),
            ],
            []);
    }
}
