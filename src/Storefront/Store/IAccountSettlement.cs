using NodaTime;

namespace Storefront.Store;

/// <summary>
/// A part of an account that time changes by itself: grants, expiry, a scheduled ticket (COM-07). Before every action, and at its due
/// instants, the account is settled: step by step, the earliest of all parts first, each at its own instant.
/// </summary>
public interface IAccountSettlement
{
    /// <summary>When something happens next, which may be past; null for never. Everything settled before is in the database.</summary>
    Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken);

    /// <summary>Does what is due at <see cref="StoreScope.Now"/>, after which <see cref="NextDueAsync"/> gives a later instant or null.</summary>
    Task SettleAsync(AccountScope scope, CancellationToken cancellationToken);

    /// <summary>Does what an action that was just done, and is in the database, makes due at once: another ticket's turn has come.</summary>
    Task FinishAsync(AccountScope scope, CancellationToken cancellationToken) => Task.CompletedTask;
}
