using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Checkout;

/// <summary>Makes the payment page of an order at Stripe.</summary>
public sealed class CheckoutSessions(
    StripeClient stripe, StripeCustomers customers, StripePrices prices, StripeTaxRates taxRates, Handbooks handbooks, OwnAddress address)
{
    /// <summary>The page of the attempt that the order has put down: asked again, it is the same one.</summary>
    /// <param name="db">Where the order's handbook is read.</param>
    /// <param name="order">With its attempt begun.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="StripeException">Stripe refused or could not be asked.</exception>
    internal async Task<Result<Session>> CreateAsync(StorefrontDb db, Order order, CancellationToken cancellationToken)
    {
        if (!(await customers.EnsureAsync(order.AccountId, cancellationToken)).TryGet(out var customer, out var unknown))
        {
            return unknown;
        }

        var house = await handbooks.OfVersionAsync(db, order.HandbookVersion, cancellationToken);
        if (!house.Plans.Get(order.PlanKey).TryGet(out var plan, out var missing))
        {
            return missing;
        }

        var price = await prices.IdOfAsync(new PlanTerms(plan.Key, plan.Rank, plan.MonthlyMinutes, order.Interval, order.Net), cancellationToken);
        var rates = await taxRates.OfAsync(house, cancellationToken);
        return await stripe.V1.Checkout.Sessions.CreateAsync(
            Options(order, customer, price, rates),
            new RequestOptions { IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"order-{order.Id.Value:N}-{order.CheckoutAttempts}") },
            cancellationToken);
    }

    private SessionCreateOptions Options(Order order, string customer, string price, List<string> rates)
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
            LineItems = [new SessionLineItemOptions { Price = price, Quantity = 1 }],
            SubscriptionData = new SessionSubscriptionDataOptions { Metadata = metadata, DefaultTaxRates = rates.Count == 0 ? null : rates },
            Metadata = metadata,
            ExpiresAt = order.CheckoutExpiresAt?.ToDateTimeOffset(),
            Locale = LocaleOf(CultureInfo.CurrentUICulture),
            SuccessUrl = $"{page}?paid=yes",
            CancelUrl = page.ToString(),
        };
    }

    /// <summary>The payment page's language, by the names that Stripe has for them.</summary>
    private static string LocaleOf(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "es" => "es-419",
        "pt" => "pt-BR",
        "en" => "en",
        _ => "auto",
    };
}
