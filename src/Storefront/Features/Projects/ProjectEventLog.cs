using Storefront.Domain.Shared;
using Rules = Storefront.Domain.Projects;

namespace Storefront.Features.Projects;

/// <summary>What rules say happened, in the form that the account's log keeps.</summary>
internal static class ProjectEventLog
{
    public static ProjectLogged Of(Project project, Rules.ProjectEvent happened) => Of(project, project.Id, happened);

    private static ProjectLogged Of(Project project, ProjectId id, Rules.ProjectEvent happened) => happened switch
    {
        Rules.ProjectOpened => new ProjectPlaced(id, project.Number, project.OrderId, project.PackageKey, project.TemplateKey),
        Rules.ProjectPaid paid => new ProjectPaymentChanged(id, paid.Paid, paid.InFull),
        Rules.ProjectStartSet start => new ProjectStartKnown(id, start.Day),
        Rules.StageBegun begun => new ProjectStageBegun(id, begun.StageKey, begun.Round, begun.Owner, begun.DueAt),
        Rules.StageEnded ended => new ProjectStageEnded(id, ended.StageKey),
        Rules.StageLeft left => new ProjectStageLeft(id, left.StageKey),
        Rules.StageOverdue late => new ProjectStageLate(id, late.StageKey, late.Owner),
        Rules.NoticeSent notice => new ProjectReminded(id, notice.StageKey, notice.Round, notice.Number, notice.Until),
        Rules.SuspensionAlertSent alert => new ProjectSuspensionAnnounced(id, alert.StageKey, alert.Round, alert.SuspendedFrom),
        Rules.ProjectSuspended stopped => new ProjectStopped(id, stopped.Cause, stopped.StageKey),
        Rules.ProjectResumed resumed => new ProjectWentOn(id, resumed.StageKey),
        Rules.InputGiven given => new ProjectInputGiven(id, given.InputKey),
        Rules.InputAccepted accepted => new ProjectInputAccepted(id, accepted.InputKey),
        Rules.InputReturned returned => new ProjectInputReturned(id, returned.InputKey),
        Rules.TaskAdded added => new ProjectTaskAdded(id, added.TaskKey, added.StageKey, added.Extra),
        Rules.TaskFinished finished => new ProjectTaskFinished(id, finished.TaskKey),
        Rules.TaskWithdrawn withdrawn => new ProjectTaskWithdrawn(id, withdrawn.TaskKey),
        Rules.RevisionAsked asked => new ProjectRevisionAsked(id, asked.StageKey, asked.Number),
        Rules.MeetingBooked booked => new ProjectMeetingBooked(id, booked.StageKey, booked.For, booked.Minutes, booked.Moved),
        Rules.ProjectDelivered => new ProjectHandedOver(id),
        Rules.BalanceAsked asked => new ProjectBalanceAsked(id, asked.Balance),
        Rules.DeliveryForecast told => new ProjectExpectedChanged(id, told.From, told.To, told.Reason),
        Rules.ProjectCompleted => new ProjectFinished(id),
        _ => throw new ArgumentException($"The log has no form for {happened.GetType()}.", nameof(happened)),
    };
}
