using NodaTime;

namespace Storefront.Store.DueWork;

/// <summary>Something in which time makes things happen: our own due work, and the local Stripe. The sandbox's clock steps from one to the next.</summary>
public interface IDueSource
{
    /// <summary>When something happens next, which may be past; null when nothing is planned.</summary>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Does all that is due at the clock's present instant, and returns when it is done.</summary>
    Task RunDueAsync(CancellationToken cancellationToken);
}
