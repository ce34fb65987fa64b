using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What an order is called where it is paid.</summary>
public sealed class OrderWords(IStringLocalizer<CheckoutTexts> texts, Handbooks handbooks)
{
    /// <summary>In the reader's language.</summary>
    internal string Title(Order order) => texts[
        Key(order.Purpose, order.Interval),
        handbooks.Present.Plans.Find(order.PlanKey)?.Name.In(CultureInfo.CurrentUICulture) ?? order.PlanKey];

    /// <summary>The text that names an order; {0} is its plan.</summary>
    internal static string Key(OrderPurpose purpose, Domain.Plans.BillingInterval interval) =>
        purpose == OrderPurpose.Plan ? $"Orders.{interval}" : $"Orders.{purpose}";
}
