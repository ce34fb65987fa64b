using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Plans;

/// <summary>A plan of monthly hours (FLU-01). Plans are ordered by rank, never by price.</summary>
[ObjectType<Plan>]
public static class PlanType
{
    public static void Configure(IObjectTypeDescriptor<Plan> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(plan => plan.Key);
        descriptor.Field(plan => plan.Name);
        descriptor.Field(plan => plan.Description);
        descriptor.Field(plan => plan.Rank);
        descriptor.Field(plan => plan.MonthlyMinutes);
        descriptor.Field(plan => plan.Highlighted);
        descriptor.Field(plan => plan.Entitlements).ListSize(8);
        descriptor.Field(plan => plan.Prices).ListSize(3);
    }

    /// <summary>The plan's id, opaque.</summary>
    public static string GetId([Parent] Plan plan) => plan.Key;

    [NodeResolver]
    public static Plan? FindPlan(string key, Handbook handbook) => handbook.Plans.Find(key);
}

/// <summary>What a plan costs for one term. Amounts are net; `total` is what is paid.</summary>
[ObjectType<PlanPrice>]
public static class PlanPriceType
{
    public static void Configure(IObjectTypeDescriptor<PlanPrice> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(price => price.Interval);
        descriptor.Field(price => price.Amount);
        descriptor.Field(price => price.Tax);
        descriptor.Field(price => price.Total);
        descriptor.Field(price => price.MonthlyEquivalent);
        descriptor.Field(price => price.DiscountPercent);
    }
}
