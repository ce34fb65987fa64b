using Storefront.Domain.Shared;

namespace Storefront.Features.Search;

/// <summary>A place at which the words are found.</summary>
/// <param name="AccountId">Whose ticket.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="MessageId">The message or the note; null for the subject alone.</param>
/// <param name="At">When it was written, in microseconds.</param>
/// <param name="IsNote">Whether it is a note among staff.</param>
public sealed record SearchHit(AccountId AccountId, TicketId TicketId, TicketMessageId? MessageId, long At, bool IsNote);
