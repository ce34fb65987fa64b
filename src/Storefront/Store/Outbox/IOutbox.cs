namespace Storefront.Store.Outbox;

/// <summary>Sends e-mail after the fact: it is written with what it tells of, or not at all, and goes out later.</summary>
public interface IOutbox
{
    /// <summary>Writes it in the transaction of an action.</summary>
    Task EnqueueAsync(StoreScope scope, Mail mail, CancellationToken cancellationToken);

    /// <summary>Writes it in a transaction of its own.</summary>
    Task EnqueueAsync(Mail mail, CancellationToken cancellationToken);
}
