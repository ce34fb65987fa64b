using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Projects;

/// <summary>Something that happened to a project, as the account's log keeps it.</summary>
public abstract record ProjectLogged(ProjectId ProjectId) : AccountEvent, IProjectEvent;

/// <summary>Its order was placed.</summary>
[EventType("project.opened")]
public sealed record ProjectPlaced(ProjectId ProjectId, int Number, OrderId OrderId, string PackageKey, string TemplateKey) : ProjectLogged(ProjectId);

/// <summary>What is paid of it is another sum.</summary>
[EventType("project.payment-changed")]
public sealed record ProjectPaymentChanged(ProjectId ProjectId, Money Paid, bool InFull) : ProjectLogged(ProjectId);

/// <summary>The day it starts on is known (TEC-06).</summary>
[EventType("project.start-set")]
public sealed record ProjectStartKnown(ProjectId ProjectId, LocalDate Day) : ProjectLogged(ProjectId);

/// <summary>A stage began, or its turn began anew.</summary>
[EventType("project.stage-begun")]
public sealed record ProjectStageBegun(ProjectId ProjectId, string StageKey, int Round, StageOwner Owner, Instant? DueAt) : ProjectLogged(ProjectId);

/// <summary>A stage ended.</summary>
[EventType("project.stage-ended")]
public sealed record ProjectStageEnded(ProjectId ProjectId, string StageKey) : ProjectLogged(ProjectId);

/// <summary>A stage went back to waiting.</summary>
[EventType("project.stage-left")]
public sealed record ProjectStageLeft(ProjectId ProjectId, string StageKey) : ProjectLogged(ProjectId);

/// <summary>A stage was not over in time.</summary>
[EventType("project.stage-overdue")]
public sealed record ProjectStageLate(ProjectId ProjectId, string StageKey, StageOwner Owner) : ProjectLogged(ProjectId);

/// <summary>The customer was reminded (TEC-04, TEC-07).</summary>
[EventType("project.reminded")]
public sealed record ProjectReminded(ProjectId ProjectId, string StageKey, int Round, int Number, Instant Until) : ProjectLogged(ProjectId);

/// <summary>The customer was told that it will be suspended.</summary>
[EventType("project.suspension-announced")]
public sealed record ProjectSuspensionAnnounced(ProjectId ProjectId, string StageKey, int Round, Instant SuspendedFrom) : ProjectLogged(ProjectId);

/// <summary>It stands still.</summary>
[EventType("project.suspended")]
public sealed record ProjectStopped(ProjectId ProjectId, SuspensionCause Cause, string? StageKey) : ProjectLogged(ProjectId);

/// <summary>It goes on again.</summary>
[EventType("project.resumed")]
public sealed record ProjectWentOn(ProjectId ProjectId, string? StageKey) : ProjectLogged(ProjectId);

/// <summary>The customer handed an input over.</summary>
[EventType("project.input-given")]
public sealed record ProjectInputGiven(ProjectId ProjectId, string InputKey) : ProjectLogged(ProjectId);

/// <summary>An input is as it should be.</summary>
[EventType("project.input-accepted")]
public sealed record ProjectInputAccepted(ProjectId ProjectId, string InputKey) : ProjectLogged(ProjectId);

/// <summary>An input came back to the customer.</summary>
[EventType("project.input-returned")]
public sealed record ProjectInputReturned(ProjectId ProjectId, string InputKey) : ProjectLogged(ProjectId);

/// <summary>A task was added.</summary>
[EventType("project.task-added")]
public sealed record ProjectTaskAdded(ProjectId ProjectId, string TaskKey, string StageKey, bool Extra) : ProjectLogged(ProjectId);

/// <summary>Somebody began a task.</summary>
[EventType("project.task-started")]
public sealed record ProjectTaskStarted(ProjectId ProjectId, string TaskKey) : ProjectLogged(ProjectId);

/// <summary>A task was finished.</summary>
[EventType("project.task-finished")]
public sealed record ProjectTaskFinished(ProjectId ProjectId, string TaskKey) : ProjectLogged(ProjectId);

/// <summary>An extra task is not done after all: the order that pays it was withdrawn.</summary>
[EventType("project.task-withdrawn")]
public sealed record ProjectTaskWithdrawn(ProjectId ProjectId, string TaskKey) : ProjectLogged(ProjectId);

/// <summary>The customer asked for corrections within scope.</summary>
[EventType("project.revision-asked")]
public sealed record ProjectRevisionAsked(ProjectId ProjectId, string StageKey, int Number) : ProjectLogged(ProjectId);

/// <summary>A meeting was booked, or moved.</summary>
[EventType("project.meeting-booked")]
public sealed record ProjectMeetingBooked(ProjectId ProjectId, string StageKey, Instant For, int Minutes, bool Moved) : ProjectLogged(ProjectId);

/// <summary>It was delivered.</summary>
[EventType("project.delivered")]
public sealed record ProjectHandedOver(ProjectId ProjectId) : ProjectLogged(ProjectId);

/// <summary>The balance is asked for (SEN-10).</summary>
[EventType("project.balance-asked")]
public sealed record ProjectBalanceAsked(ProjectId ProjectId, Money Balance) : ProjectLogged(ProjectId);

/// <summary>The expected delivery is another one.</summary>
[EventType("project.expected-changed")]
public sealed record ProjectExpectedChanged(ProjectId ProjectId, LocalDate? From, LocalDate? To, ForecastReason Reason) : ProjectLogged(ProjectId);

/// <summary>It was completed (TEC-12).</summary>
[EventType("project.completed")]
public sealed record ProjectFinished(ProjectId ProjectId) : ProjectLogged(ProjectId);

/// <summary>The house handed a document over: a delivery record, a manual.</summary>
[EventType("project.document-added")]
public sealed record ProjectDocumentAdded(ProjectId ProjectId, ProjectDocumentId DocumentId, ProjectDocumentKind Kind) : ProjectLogged(ProjectId);

/// <summary>A line of a record that was pending was done (SEN-08).</summary>
[EventType("project.list-item-done")]
public sealed record ProjectListItemDone(ProjectId ProjectId, ProjectListItemId ItemId) : ProjectLogged(ProjectId);

/// <summary>Access to a system was handed over (TEC-09).</summary>
[EventType("project.access-handed-over")]
public sealed record ProjectAccessHandedOver(ProjectId ProjectId, ProjectAccessId AccessId) : ProjectLogged(ProjectId);

/// <summary>It was shown to a member of the account, once.</summary>
[EventType("project.access-seen")]
public sealed record ProjectAccessSeen(ProjectId ProjectId, ProjectAccessId AccessId, UserId By) : ProjectLogged(ProjectId);

/// <summary>The customer was asked for its opinion (SEN-06).</summary>
[EventType("project.opinion-asked")]
public sealed record ProjectOpinionAsked(ProjectId ProjectId) : ProjectLogged(ProjectId);

/// <summary>The customer said what it thinks of it.</summary>
[EventType("project.opinion-given")]
public sealed record ProjectOpinionGiven(ProjectId ProjectId, int Opinion) : ProjectLogged(ProjectId);

/// <summary>The customer asked for something beyond, for a change, or disputes the delivery.</summary>
[EventType("project.request-made")]
public sealed record ProjectRequestMade(ProjectId ProjectId, ProjectRequestId RequestId, ProjectRequestKind Kind) : ProjectLogged(ProjectId);

/// <summary>What was asked for went on: answered, quoted, decided, done.</summary>
[EventType("project.request-changed")]
public sealed record ProjectRequestChanged(ProjectId ProjectId, ProjectRequestId RequestId, ProjectRequestStatus Status) : ProjectLogged(ProjectId);

/// <summary>Both sides may settle, since all is paid (SEN-09).</summary>
[EventType("project.conciliated")]
public sealed record ProjectConciliated(ProjectId ProjectId, ProjectRequestId RequestId) : ProjectLogged(ProjectId);
