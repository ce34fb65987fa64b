using Storefront.Domain.Shared;

namespace Storefront.Store.Outbox;

/// <summary>An e-mail to be sent.</summary>
/// <param name="To">The receiver's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Language">BCP 47 tag of what it is written in.</param>
/// <param name="AccountId">The account it is about, if any.</param>
public sealed record Mail(string To, string Subject, string Body, string Language, AccountId? AccountId = null);
