using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Features.Payments.Provider;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Coupons;

namespace Storefront.Features.Checkout;

/// <summary>
/// What an earned plan takes off an order, as Stripe is told it: a coupon of just that amount, for the first invoice of one subscription
/// (FEN-02). The terms after it cost the list price.
/// </summary>
public sealed class OrderCoupons(StripeClient stripe, Handbooks handbooks, IStringLocalizer<CheckoutTexts> texts)
{
    private const int LongestName = 40;

    internal static string IdOf(Order order) => $"order-{order.Id.Value:N}";

    /// <summary>Makes sure that Stripe knows the order's coupon, where it has one.</summary>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    internal async Task EnsureAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.CreditTotal.IsZero || order.EarnedPlanKey is not { } earned)
        {
            return;
        }

        var name = texts["Coupon.Earned", handbooks.Present.Plans.Find(earned)?.Name.In(CultureInfo.CurrentUICulture) ?? earned].Value;
        try
        {
            await stripe.V1.Coupons.CreateAsync(
                new CouponCreateOptions
                {
                    Id = IdOf(order),
                    AmountOff = StripeAmount.Of(order.CreditTotal),
                    Currency = StripeAmount.CodeOf(order.CreditTotal.Currency),
                    Duration = "once",
                    MaxRedemptions = 1,
                    Name = name.Length > LongestName ? name[..LongestName] : name,
                },
                cancellationToken: cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Code == StripeErrorCodes.ResourceAlreadyExists)
        {
            // It was made with an earlier page of the same order.
        }
    }
}
