namespace Storefront.Store.Outbox;

/// <summary>Takes a mail away. An exception means that it did not, and that it is tried again.</summary>
public interface IMailTransport
{
    /// <summary>Whether the text is kept in the outbox after it was sent.</summary>
    bool KeepsText { get; }

    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);
}
