using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>Something that happened to a project.</summary>
/// <param name="At">When.</param>
public abstract record ProjectEvent(Instant At);

/// <summary>Its order was placed.</summary>
public sealed record ProjectOpened(Instant At) : ProjectEvent(At);

/// <summary>What is paid of it is another sum.</summary>
public sealed record ProjectPaid(Instant At, Money Paid, bool InFull) : ProjectEvent(At);

/// <summary>The day it starts on is known.</summary>
public sealed record ProjectStartSet(Instant At, LocalDate Day) : ProjectEvent(At);

/// <summary>A stage began, or its turn began anew.</summary>
public sealed record StageBegun(Instant At, string StageKey, int Round, StageOwner Owner, Instant? DueAt) : ProjectEvent(At);

/// <summary>A stage ended.</summary>
public sealed record StageEnded(Instant At, string StageKey) : ProjectEvent(At);

/// <summary>A stage went back to waiting, because what it is about came back to the customer.</summary>
public sealed record StageLeft(Instant At, string StageKey) : ProjectEvent(At);

/// <summary>A stage was not over in time, and nothing else follows by itself.</summary>
public sealed record StageOverdue(Instant At, string StageKey, StageOwner Owner) : ProjectEvent(At);

/// <summary>The customer was reminded (TEC-04, TEC-07).</summary>
/// <param name="At">When.</param>
/// <param name="StageKey">Of what.</param>
/// <param name="Round">In which round of the stage.</param>
/// <param name="Number">Which notice of the round, from 1.</param>
/// <param name="Until">What time it gives.</param>
public sealed record NoticeSent(Instant At, string StageKey, int Round, int Number, Instant Until) : ProjectEvent(At);

/// <summary>The customer was told that the project will be suspended.</summary>
public sealed record SuspensionAlertSent(Instant At, string StageKey, int Round, Instant SuspendedFrom) : ProjectEvent(At);

/// <summary>It stands still.</summary>
public sealed record ProjectSuspended(Instant At, SuspensionCause Cause, string? StageKey) : ProjectEvent(At);

/// <summary>It goes on again.</summary>
public sealed record ProjectResumed(Instant At, string? StageKey) : ProjectEvent(At);

/// <summary>The customer handed an input over.</summary>
public sealed record InputGiven(Instant At, string InputKey) : ProjectEvent(At);

/// <summary>An input is as it should be.</summary>
public sealed record InputAccepted(Instant At, string InputKey) : ProjectEvent(At);

/// <summary>An input came back to the customer.</summary>
public sealed record InputReturned(Instant At, string InputKey) : ProjectEvent(At);

/// <summary>A task was added.</summary>
public sealed record TaskAdded(Instant At, string TaskKey, string StageKey, bool Extra) : ProjectEvent(At);

/// <summary>A task was finished.</summary>
public sealed record TaskFinished(Instant At, string TaskKey) : ProjectEvent(At);

/// <summary>An extra task is not done after all: the order that pays it was withdrawn.</summary>
public sealed record TaskWithdrawn(Instant At, string TaskKey) : ProjectEvent(At);

/// <summary>The customer asked for corrections within scope.</summary>
/// <param name="At">When.</param>
/// <param name="StageKey">In which stage.</param>
/// <param name="Number">Which round of corrections, from 1.</param>
public sealed record RevisionAsked(Instant At, string StageKey, int Number) : ProjectEvent(At);

/// <summary>A meeting was booked, or moved.</summary>
public sealed record MeetingBooked(Instant At, string StageKey, Instant For, int Minutes, bool Moved) : ProjectEvent(At);

/// <summary>It was delivered.</summary>
public sealed record ProjectDelivered(Instant At) : ProjectEvent(At);

/// <summary>The balance is asked for (SEN-10).</summary>
public sealed record BalanceAsked(Instant At, Money Balance) : ProjectEvent(At);

/// <summary>The expected delivery is another one.</summary>
public sealed record DeliveryForecast(Instant At, LocalDate? From, LocalDate? To, ForecastReason Reason) : ProjectEvent(At);

/// <summary>It was completed (TEC-12).</summary>
public sealed record ProjectCompleted(Instant At) : ProjectEvent(At);
