using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>How severe a ticket is.</summary>
/// <param name="Key">Stable name for programs, such as <c>Q1</c>.</param>
/// <param name="Rank">1 is the most severe; it orders the queue.</param>
/// <param name="Name">What people read.</param>
/// <param name="Description">What belongs to it, in a sentence.</param>
/// <param name="CostsHours">Whether its work is taken from the balance (FEN-09).</param>
/// <param name="Code">What people call it in short, before its name, such as <c>Q1</c>; null where the name says it all.</param>
/// <param name="OnCall">Whether somebody works on it outside business hours too (FEN-07).</param>
public sealed record TicketClass(
    string Key, int Rank, LocalizedText Name, LocalizedText Description, bool CostsHours = true, string? Code = null, bool OnCall = false);
