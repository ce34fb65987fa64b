using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What an order is called where it is paid.</summary>
public sealed class OrderWords(IStringLocalizer<CheckoutTexts> texts, Handbooks handbooks)
{
    /// <summary>The text that names an order of extra work; {0} is the number of the project that it belongs to.</summary>
    internal const string ExtraWork = "Orders.ExtraWork";

    /// <summary>In the reader's language.</summary>
    internal string Title(Order order) => order.ExtraProjectNumber is { } project
        ? texts[ExtraWork, project]
        : texts[Key(order.Purpose, order.Interval), NameOf(order)];

    /// <summary>What was bought, in the reader's language: the plan's or the package's name, or the number of the ticket.</summary>
    internal string NameOf(Order order)
    {
        var (house, culture) = (handbooks.Present, CultureInfo.CurrentUICulture);
        return order.Purpose switch
        {
            OrderPurpose.Package => house.FindPackage(order.PackageKey)?.Name.In(culture) ?? order.PackageKey ?? "",
            OrderPurpose.Quote => order.TicketNumber?.ToString(culture) ?? "",
            _ => house.Plans.Find(order.PlanKey ?? "")?.Name.In(culture) ?? order.PlanKey ?? "",
        };
    }

    /// <summary>The text that names an order; {0} is its plan or package, or the number of its ticket.</summary>
    internal static string Key(OrderPurpose purpose, Domain.Plans.BillingInterval interval) =>
        purpose == OrderPurpose.Plan ? $"Orders.{interval}"
        : purpose == OrderPurpose.Renewal && interval == Domain.Plans.BillingInterval.Once ? "Orders.RenewalAdjustment"
        : $"Orders.{purpose}";
}
