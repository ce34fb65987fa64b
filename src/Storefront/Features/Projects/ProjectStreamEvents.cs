using NodaTime;
using Storefront.Features.Api;
using Storefront.Live;

namespace Storefront.Features.Projects;

/// <summary>Something that happened to a project.</summary>
/// <param name="Sequence">Its place in the account's stream, from 1; a SNAPSHOT's is that of the last event it includes.</param>
/// <param name="At">When it happened.</param>
/// <param name="Key">The project.</param>
public abstract record ProjectStreamEvent(long Sequence, Instant At, [property: GraphQLIgnore] ProjectKey Key) : Event(Sequence, At)
{
    /// <summary>The API's form of a stored event of a project.</summary>
    internal static ProjectStreamEvent Of(StoredEvent stored) => new ProjectActivityEvent(stored);
}

/// <summary>Something that happened to a project.</summary>
[InterfaceType<ProjectStreamEvent>("ProjectEvent")]
public static class ProjectEventType
{
    /// <summary>The project as it is now; null when it has been removed.</summary>
    public static Task<Project?> ProjectAsync([Parent] ProjectStreamEvent happened, ProjectByKeyDataLoader projects, CancellationToken cancellationToken) =>
        projects.LoadAsync(happened.Key, cancellationToken);
}

/// <summary>The present state of a project, to begin with or after a gap.</summary>
[ObjectType("ProjectSnapshot")]
public sealed record ProjectSnapshotEvent(long Sequence, Instant At, ProjectKey Key) : ProjectStreamEvent(Sequence, At, Key)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Snapshot;
}

/// <summary>Events in between cannot be given any more; a SNAPSHOT follows.</summary>
[ObjectType("ProjectGap")]
public sealed record ProjectGapEvent(long Sequence, Instant At, ProjectKey Key) : ProjectStreamEvent(Sequence, At, Key)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Gap;
}

/// <summary>Something that happened to a project: a stage began or ended, an input came, a notice went out, another delivery is expected.</summary>
[ObjectType("ProjectActivity")]
public sealed record ProjectActivityEvent : ProjectStreamEvent
{
    internal ProjectActivityEvent(StoredEvent stored)
        : base(stored.Sequence, stored.At, new ProjectKey(stored.AccountId, stored.ProjectId!.Value))
    {
        Kind = EventKinds.Of(stored.Happened);
        (StageKey, InputKey, TaskKey) = stored.Happened switch
        {
            ProjectStageBegun begun => (begun.StageKey, null, null),
            ProjectStageEnded ended => (ended.StageKey, null, null),
            ProjectStageLeft left => (left.StageKey, null, null),
            ProjectStageLate late => (late.StageKey, null, null),
            ProjectReminded reminded => (reminded.StageKey, null, null),
            ProjectSuspensionAnnounced alert => (alert.StageKey, null, null),
            ProjectStopped stopped => (stopped.StageKey, null, null),
            ProjectWentOn resumed => (resumed.StageKey, null, null),
            ProjectRevisionAsked asked => (asked.StageKey, null, null),
            ProjectMeetingBooked booked => (booked.StageKey, null, null),
            ProjectInputGiven given => (null, given.InputKey, null),
            ProjectInputAccepted accepted => (null, accepted.InputKey, null),
            ProjectInputReturned returned => (null, returned.InputKey, null),
            ProjectTaskAdded added => (added.StageKey, null, added.TaskKey),
            ProjectTaskStarted started => (null, null, started.TaskKey),
            ProjectTaskFinished finished => (null, null, finished.TaskKey),
            ProjectTaskWithdrawn withdrawn => (null, null, withdrawn.TaskKey),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        (NoticeNumber, Until) = stored.Happened switch
        {
            ProjectReminded reminded => (reminded.Number, reminded.Until),
            ProjectSuspensionAnnounced alert => (null, alert.SuspendedFrom),
            ProjectStageBegun begun => (null, begun.DueAt),
            ProjectMeetingBooked booked => (null, booked.For),
            _ => ((int?)null, (Instant?)null),
        };
        if (stored.Happened is ProjectExpectedChanged moved)
        {
            (ExpectedBefore, Expected) = (moved.From, moved.To);
        }
    }

    /// <inheritdoc/>
    public override EventKind Kind { get; }

    /// <summary>The stage it is about; null for none.</summary>
    public string? StageKey { get; }

    /// <summary>The input it is about; null for none.</summary>
    public string? InputKey { get; }

    /// <summary>The task it is about; null for none.</summary>
    public string? TaskKey { get; }

    /// <summary>Which notice of the round it is, from 1; null for anything else.</summary>
    public int? NoticeNumber { get; }

    /// <summary>The time that it tells: when the stage is due, from when the project would stand still, or when the meeting begins; null for none.</summary>
    public Instant? Until { get; }

    /// <summary>The delivery that was expected before; null for none, and for anything else.</summary>
    public LocalDate? ExpectedBefore { get; }

    /// <summary>The delivery that is expected now; null for none, and for anything else.</summary>
    public LocalDate? Expected { get; }
}
