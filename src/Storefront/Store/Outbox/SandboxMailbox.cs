namespace Storefront.Store.Outbox;

/// <summary>Sends nothing: what is in the outbox is the sandbox's mailbox.</summary>
internal sealed class SandboxMailbox : IMailTransport
{
    public bool KeepsText => true;

    public Task SendAsync(MailLetter letter, CancellationToken cancellationToken) => Task.CompletedTask;
}
