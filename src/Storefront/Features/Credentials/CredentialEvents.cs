using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Credentials;

/// <summary>The staff of a ticket may see a credential.</summary>
[EventType("credential.shared")]
public sealed record CredentialShared(TicketId TicketId, CredentialId CredentialId) : TicketLogged(TicketId);

/// <summary>They may not any more.</summary>
[EventType("credential.unshared")]
public sealed record CredentialUnshared(TicketId TicketId, CredentialId CredentialId) : TicketLogged(TicketId);

/// <summary>A member of staff was shown it.</summary>
[EventType("credential.revealed")]
public sealed record CredentialRevealed(TicketId TicketId, CredentialId CredentialId, UserId StaffId) : TicketLogged(TicketId);
