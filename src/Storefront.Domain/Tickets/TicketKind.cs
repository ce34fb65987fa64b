using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>What sort of work a ticket asks for.</summary>
/// <param name="Key">Stable name for programs, such as <c>development</c>.</param>
/// <param name="Name">What people read.</param>
/// <param name="AssessedFirst">Whether it has to be assessed before it can be planned or started (FLU-27).</param>
/// <param name="CostsHours">Whether its work is taken from the balance (FEN-09, ALF-01).</param>
/// <param name="AccessFirst">Whether work begins only once the customer has granted access (ALF-11).</param>
/// <param name="ViabilityFirst">Whether, without a documented API, it is first found out whether it can be done (FLU-27).</param>
public sealed record TicketKind(
    string Key, LocalizedText Name, bool AssessedFirst = false, bool CostsHours = true, bool AccessFirst = false, bool ViabilityFirst = false);
