using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Features.Shared.Formatting;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Projects;

/// <summary>One thing that happened to a project, as both sides see it.</summary>
/// <param name="At">When.</param>
/// <param name="Icon">Name of an icon.</param>
/// <param name="Text">In the reader's words.</param>
/// <param name="IsLate">Whether it is about something that was not done in time.</param>
public sealed record ProjectMoment(Instant At, string Icon, string Text, bool IsLate = false);

/// <summary>What has happened to a project, from the account's log.</summary>
public sealed class ProjectTimeline(
    IDbContextFactory<StorefrontDb> contexts, EventTypes types, ProjectSpeech speech, ReaderFormat format, IStringLocalizer<ProjectPageTexts> texts)
{
    private const int Most = 500;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ProjectMoment>> ReadAsync(ProjectView view, CancellationToken cancellationToken)
    {
        var (account, id) = (view.Row.AccountId, view.Row.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && row.ProjectId == id)
            .OrderByDescending(row => row.Sequence).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Entry(view, row.At, types.Read(row.Type, row.Version, row.Data))).OfType<ProjectMoment>()];
    }

    private ProjectMoment? Entry(ProjectView view, Instant at, AccountEvent happened) => happened switch
    {
        ProjectPlaced => new(at, "receipt", texts["Event.Placed"]),
        ProjectPaymentChanged paid => new(at, "card", texts[paid.InFull ? "Event.PaidInFull" : "Event.Paid", format.Money(paid.Paid)]),
        ProjectStartKnown start => new(at, "calendar", texts["Event.StartKnown", format.Date(start.Day)]),
        ProjectStageBegun { DueAt: { } due } begun => new(at, "play", texts["Event.BegunDue", Stage(view, begun.StageKey), speech.Owner(begun.Owner), format.Moment(due)]),
        ProjectStageBegun begun => new(at, "play", texts["Event.Begun", Stage(view, begun.StageKey), speech.Owner(begun.Owner)]),
        ProjectStageEnded ended => new(at, "check", texts["Event.Ended", Stage(view, ended.StageKey)]),
        ProjectStageLeft left => new(at, "rollover", texts["Event.Left", Stage(view, left.StageKey)]),
        ProjectStageLate late => new(at, "alert", texts["Event.Late", Stage(view, late.StageKey), speech.Owner(late.Owner)], IsLate: true),
        ProjectReminded reminded => new(at, "bell", texts["Event.Reminded", reminded.Number, Stage(view, reminded.StageKey), format.Moment(reminded.Until)], IsLate: true),
        ProjectSuspensionAnnounced announced => new(at, "alert", texts["Event.SuspensionAnnounced", Stage(view, announced.StageKey), format.Moment(announced.SuspendedFrom)], IsLate: true),
        ProjectStopped { Cause: SuspensionCause.OrderExpired or SuspensionCause.OrderWithdrawn or SuspensionCause.OrderRefunded or SuspensionCause.CustomerLeft } ended => new(at, "pause", texts[$"Event.{ended.Cause}"]),
        ProjectStopped { Cause: SuspensionCause.Sales } => new(at, "pause", texts["Event.WithSales"]),
        ProjectStopped stopped => new(at, "pause", texts["Event.Suspended", Stage(view, stopped.StageKey ?? "")], IsLate: true),
        ProjectWentOn => new(at, "play", texts["Event.Resumed"]),
        ProjectInputGiven given => new(at, "upload", texts["Event.InputGiven", speech.InputOf(view.Current, given.InputKey)]),
        ProjectInputAccepted accepted => new(at, "check", texts["Event.InputAccepted", speech.InputOf(view.Current, accepted.InputKey)]),
        ProjectInputReturned returned => new(at, "rollover", texts["Event.InputReturned", speech.InputOf(view.Current, returned.InputKey)]),
        ProjectTaskAdded added => new(at, "plus", texts["Event.TaskAdded", speech.TaskOf(view, added.TaskKey)]),
        ProjectTaskFinished finished => new(at, "check", texts["Event.TaskFinished", speech.TaskOf(view, finished.TaskKey)]),
        ProjectTaskWithdrawn withdrawn => new(at, "rollover", texts["Event.TaskWithdrawn", speech.TaskOf(view, withdrawn.TaskKey)]),
        ProjectRevisionAsked asked => new(at, "edit", texts["Event.RevisionAsked", asked.Number]),
        ProjectMeetingBooked booked => new(at, "calendar", texts[booked.Moved ? "Event.MeetingMoved" : "Event.MeetingBooked", Stage(view, booked.StageKey), format.Moment(booked.For)]),
        ProjectHandedOver => new(at, "flag", texts["Event.Delivered"]),
        ProjectBalanceAsked asked => new(at, "card", texts["Event.BalanceAsked", format.Money(asked.Balance)]),
        ProjectExpectedChanged { To: { } day } changed => new(at, "calendar", texts["Event.Expected", format.Date(day), texts[$"Reason.{changed.Reason}"].Value]),
        ProjectExpectedChanged changed => new(at, "calendar", texts["Event.ExpectedNone", texts[$"Reason.{changed.Reason}"].Value]),
        ProjectFinished => new(at, "star", texts["Event.Completed"]),
        ProjectDocumentAdded document => new(at, "file", texts["Event.DocumentAdded", texts[$"Document.{document.Kind}"].Value]),
        ProjectListItemDone => new(at, "check", texts["Event.ListItemDone"]),
        ProjectAccessHandedOver => new(at, "key", texts["Event.AccessHandedOver"]),
        ProjectAccessSeen => new(at, "eye", texts["Event.AccessSeen"]),
        ProjectOpinionGiven => new(at, "star", texts["Event.OpinionGiven"]),
        ProjectRequestMade made => new(at, "question", texts[$"Event.Request.{made.Kind}"]),
        ProjectRequestChanged changed => new(at, "chat", texts["Event.RequestChanged", speech.MovedTo(changed.Status)]),
        ProjectConciliated => new(at, "users", texts["Event.Conciliated"]),
        _ => null,
    };

    private string Stage(ProjectView view, string key) => speech.StageOf(view.Current, key);
}
