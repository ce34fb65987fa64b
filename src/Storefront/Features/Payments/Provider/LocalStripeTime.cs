using NodaTime;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe.Sandbox;

namespace Storefront.Features.Payments.Provider;

/// <summary>The local Stripe's renewals, retries and expiries, for the sandbox's clock to step through.</summary>
internal sealed class LocalStripeTime(LocalStripe stripe, BusinessClock clock) : IDueSource
{
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken) =>
        await stripe.NextDueAsync(cancellationToken) is { } due ? Instant.FromDateTimeOffset(due) : null;

    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await stripe.RunDueAsync(clock.GetCurrentInstant().ToDateTimeOffset(), cancellationToken);
        await stripe.DeliverPendingAsync(cancellationToken);
    }
}
