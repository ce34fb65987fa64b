namespace Storefront.Domain.Tickets;

/// <summary>What a ticket's form accepts. Lengths are counted in Unicode scalar values, not in bytes or UTF-16 units.</summary>
/// <param name="SubjectLength">Longest subject, from 1.</param>
/// <param name="BodyLength">Longest message, from 1.</param>
/// <param name="Attachments">Most files on one message, from 0.</param>
/// <param name="AttachmentBytes">Largest file, in bytes.</param>
public sealed record TicketLimits(int SubjectLength, int BodyLength, int Attachments, long AttachmentBytes);
