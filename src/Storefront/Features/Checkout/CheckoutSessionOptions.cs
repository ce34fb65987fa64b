using System.Globalization;
using Storefront.Features.Payments.Provider;
using Storefront.Hosting;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Checkout;

/// <summary>What Stripe is told of an order to open its payment page.</summary>
internal static class CheckoutSessionOptions
{
    public static SessionCreateOptions Of(StripeCatalogue catalogue, OwnAddress address, Order order, string customer)
    {
        Dictionary<string, string?> metadata = new()
        {
            [StripeMetadata.Account] = StripeMetadata.Write(order.AccountId),
            [StripeMetadata.Order] = StripeMetadata.Write(order.Id),
        };
        var page = address.To($"orders/{order.Reference}");
        return new SessionCreateOptions
        {
            Mode = "subscription",
            Customer = customer,
            ClientReferenceId = order.Reference,
            LineItems = catalogue.ForCheckout(order.PlanKey!, order.Interval, order.Price, order.PriceTax),
            Discounts = order.CreditTotal.IsZero ? null : [new SessionDiscountOptions { Coupon = OrderCoupons.IdOf(order) }],
            SubscriptionData = new SessionSubscriptionDataOptions { Metadata = metadata },
            Metadata = metadata,
            ExpiresAt = order.CheckoutExpiresAt?.ToDateTimeOffset(),
            Locale = LocaleOf(CultureInfo.CurrentUICulture),
            SuccessUrl = $"{page}?paid=yes",
            CancelUrl = page.ToString(),
        };
    }

    /// <summary>The payment page's language, by the names that Stripe has for them.</summary>
    internal static string LocaleOf(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "es" => "es-419",
        "pt" => "pt-BR",
        "en" => "en",
        _ => "auto",
    };
}
