namespace Storefront.Store.Outbox;

/// <summary>A mail as it is handed over: what was written, and how its receiver ends mails of its kind.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Body">Its text, with how to end such mails under it.</param>
/// <param name="Unsubscribe">What ends mails of its kind with one POST (RFC 8058); null for one that nobody can end.</param>
public sealed record MailLetter(MailRow Mail, string Body, Uri? Unsubscribe);
