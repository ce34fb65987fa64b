using Storefront.Store.DueWork;
using Storefront.Stripe;

namespace Storefront.Features.Payments.Sync;

/// <summary>Ends a subscription at Stripe that pays for nothing here, so that it is not charged again. What was charged is given back by staff.</summary>
internal sealed class EndStripeSubscription(StripeClient stripe) : IDueWorkHandler
{
    /// <summary>Its subject is Stripe's id of the subscription.</summary>
    public const string DueWorkKind = "stripe.end-subscription";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = work.Subject!;
        try
        {
            await stripe.V1.Subscriptions.CancelAsync(id, cancellationToken: cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Code == StripeErrorCodes.ResourceMissing)
        {
            // It has ended: Stripe cannot end it twice.
        }
    }
}
