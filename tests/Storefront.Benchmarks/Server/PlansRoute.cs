using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Benchmarks.Server;

/// <summary>The plans as one would write them by hand: records and the serializer's generated code.</summary>
internal static class PlansRoute
{
    public const string Path = "/graphql/by-hand/plans";

    public static void MapPlansRoute(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (Handbook handbook) =>
    {
        var culture = CultureInfo.CurrentUICulture;
        return TypedResults.Json(
            new Answer<PlansData>(new PlansData([.. handbook.Plans.Plans.Select(plan => new PlanData(
                plan.Key,
                plan.Name.In(culture),
                plan.Rank,
                plan.MonthlyMinutes,
                [.. plan.Prices.Select(price => new PriceData(NameOf(price.Interval), DataOf(price.Amount), DataOf(price.Total)))]))])),
            ByHandJson.Answers.AnswerPlansData);
    });

    private static MoneyData DataOf(Money money) => new(money.ToDecimalString(), money.Currency.Code);

    private static string NameOf(BillingInterval interval) => interval switch
    {
        BillingInterval.Month => "MONTH",
        BillingInterval.Year => "YEAR",
        BillingInterval.Once => "ONCE",
    };
}
