using Storefront.Domain.Plans;

namespace Storefront.Domain.Subscriptions;

/// <summary>A change that a customer asks for.</summary>
/// <param name="Plan">The plan as it is offered now.</param>
/// <param name="Interval">Month or year.</param>
/// <param name="Temporary">Whether an upgrade goes back at the end of the billing period (FLU-06).</param>
/// <param name="Tax">The tax on what it costs.</param>
public sealed record ChangeRequest(Plan Plan, BillingInterval Interval, bool Temporary, TaxRate Tax);
