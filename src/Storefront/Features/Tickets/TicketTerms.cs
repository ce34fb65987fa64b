using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>What a ticket's promises are computed from.</summary>
/// <param name="Targets">The promises that it was opened under (COM-04).</param>
/// <param name="PlanKey">The customer's plan; null when it has none.</param>
/// <param name="Calendar">The house's present one.</param>
/// <param name="Turns">Which promise is kept for one ticket at a time, at present; null where all run at once.</param>
public sealed record TicketTerms(IReadOnlyList<TargetPolicy> Targets, string? PlanKey, BusinessCalendar Calendar, TurnPolicy? Turns)
{
    /// <summary>How the promises made to a ticket stand.</summary>
    public ImmutableArray<TargetProgress> Of(TicketState ticket, Instant now) =>
        Domain.Tickets.Targets.Of(Targets, ticket, PlanKey, Calendar, now, Turns);
}
