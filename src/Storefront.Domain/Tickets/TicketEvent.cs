using NodaTime;

namespace Storefront.Domain.Tickets;

/// <summary>Something that happened to a ticket.</summary>
/// <param name="At">When.</param>
public abstract record TicketEvent(Instant At);

/// <summary>It was sent, with the class that its answers proposed.</summary>
public sealed record TicketOpened(Instant At, string ProposedClassKey, TicketStatus Status) : TicketEvent(At);

/// <summary>The house confirmed the class or changed it (FLU-13).</summary>
/// <param name="At">When.</param>
/// <param name="FromClassKey">The class until then.</param>
/// <param name="ToClassKey">The class from then on.</param>
/// <param name="Changed">Whether they differ.</param>
/// <param name="Reason">In the house's words; null when it gave none.</param>
public sealed record TicketClassified(Instant At, string FromClassKey, string ToClassKey, bool Changed, string? Reason) : TicketEvent(At);

/// <summary>It went from one status to another.</summary>
public sealed record TicketStatusChanged(Instant At, TicketStatus From, TicketStatus To, TicketActor Actor) : TicketEvent(At);

/// <summary>It was given a day, or another one.</summary>
public sealed record TicketPlanned(Instant At, LocalDate Day) : TicketEvent(At);

/// <summary>A temporary solution is in place (FLU-16).</summary>
public sealed record WorkaroundRecorded(Instant At) : TicketEvent(At);

/// <summary>Staff replied for the first time.</summary>
public sealed record TicketFirstAnswered(Instant At) : TicketEvent(At);

/// <summary>The promise that is kept for one ticket at a time began to run (FEN-16).</summary>
public sealed record TicketTurnCame(Instant At) : TicketEvent(At);

/// <summary>The customer granted the access without which work does not begin (ALF-11).</summary>
public sealed record AccessGranted(Instant At) : TicketEvent(At);

/// <summary>It was found out whether it can be done (FLU-27).</summary>
public sealed record ViabilityAssessed(Instant At, bool IsViable) : TicketEvent(At);

/// <summary>Its analysis ended (ALF-07).</summary>
public sealed record AnalysisConcluded(Instant At, AnalysisOutcome Outcome) : TicketEvent(At);

/// <summary>Its customer put it in another place among its own.</summary>
public sealed record TicketReordered(Instant At) : TicketEvent(At);
