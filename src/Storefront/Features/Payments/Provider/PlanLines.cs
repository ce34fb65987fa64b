using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Payments.Provider;

/// <summary>
/// A plan's price as Stripe is told it: one line of the net amount and one of the tax, both reckoned here, so that Stripe's total is ours
/// to the minor unit. The same two lines are the two items of the subscription that comes of it.
/// </summary>
public static class PlanLines
{
    /// <summary>The lines of a checkout session.</summary>
    public static List<SessionLineItemOptions> ForCheckout(
        this StripeCatalogue catalogue, string planKey, BillingInterval interval, Money net, Money tax) =>
    [
        .. Parts(catalogue, planKey, net, tax).Select(part => new SessionLineItemOptions
        {
            Quantity = 1,
            PriceData = new SessionLineItemPriceDataOptions
            {
                Product = part.Product,
                Currency = StripeAmount.CodeOf(part.Amount.Currency),
                UnitAmount = StripeAmount.Of(part.Amount),
                Recurring = new SessionLineItemPriceDataRecurringOptions { Interval = IntervalOf(interval) },
            },
        }),
    ];

    /// <summary>The items that a running subscription is to have from now on: those there are with new prices, a missing one added.</summary>
    /// <param name="catalogue">The products.</param>
    /// <param name="present">The subscription as it is at Stripe.</param>
    /// <param name="planKey">The plan it is to be.</param>
    /// <param name="interval">Month or year.</param>
    /// <param name="net">The net price of a paid term.</param>
    /// <param name="tax">The tax on it.</param>
    public static List<SubscriptionItemOptions> ForSubscription(
        this StripeCatalogue catalogue, Subscription present, string planKey, BillingInterval interval, Money net, Money tax)
    {
        var plan = present.Items.Data.FirstOrDefault(item => !catalogue.IsTax(item));
        var taxed = present.Items.Data.FirstOrDefault(catalogue.IsTax);
        List<SubscriptionItemOptions> items =
        [
            .. Parts(catalogue, planKey, net, tax).Select(part => new SubscriptionItemOptions
            {
                Id = (part.Product == catalogue.TaxProduct ? taxed : plan)?.Id,
                Quantity = 1,
                PriceData = new SubscriptionItemPriceDataOptions
                {
                    Product = part.Product,
                    Currency = StripeAmount.CodeOf(part.Amount.Currency),
                    UnitAmount = StripeAmount.Of(part.Amount),
                    Recurring = new SubscriptionItemPriceDataRecurringOptions { Interval = IntervalOf(interval) },
                },
            }),
        ];
        if (tax.IsZero && taxed is not null)
        {
            items.Add(new SubscriptionItemOptions { Id = taxed.Id, Deleted = true });
        }

        return items;
    }

    /// <summary>The item that stands for the plan; its tax stands beside it.</summary>
    public static SubscriptionItem? PlanItem(this StripeCatalogue catalogue, Subscription subscription) =>
        subscription.Items.Data.FirstOrDefault(item => !catalogue.IsTax(item));

    public static bool IsTax(this StripeCatalogue catalogue, SubscriptionItem item) => item.Price.ProductId == catalogue.TaxProduct;

    /// <summary>Whether a line is tax: of a term, or of an adjustment, whose lines say so themselves.</summary>
    public static bool IsTax(this StripeCatalogue catalogue, InvoiceLineItem line) =>
        line.Pricing?.PriceDetails?.Product == catalogue.TaxProduct
        || line.Metadata.GetValueOrDefault("line")?.EndsWith("-tax", StringComparison.Ordinal) == true;

    /// <summary>Whether a line charges for a term of a plan, rather than for a share of one; a trial's line charges nothing.</summary>
    public static bool IsTerm(this StripeCatalogue catalogue, InvoiceLineItem line) =>
        line is { Amount: not 0, Parent.SubscriptionItemDetails: { Proration: false, InvoiceItem: null } } && !catalogue.IsTax(line);

    private static IEnumerable<(string Product, Money Amount)> Parts(StripeCatalogue catalogue, string planKey, Money net, Money tax)
    {
        yield return (catalogue.PlanProduct(planKey), net);
        if (!tax.IsZero)
        {
            yield return (catalogue.TaxProduct, tax);
        }
    }

    private static string IntervalOf(BillingInterval interval) => interval switch
    {
        BillingInterval.Month => "month",
        BillingInterval.Year => "year",
        BillingInterval.Once => throw new ArgumentException("What is bought once is no subscription.", nameof(interval)),
    };
}
