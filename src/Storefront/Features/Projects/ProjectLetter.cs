using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects;

/// <summary>What is to be told of a project, before it is put into somebody's language.</summary>
/// <param name="Name">Of its texts: <c>Mail.….Subject</c> and <c>Mail.….Body</c>.</param>
/// <param name="Kind">By which its receiver decides when it comes.</param>
public sealed record ProjectLetter(string Name, MailKind Kind)
{
    /// <summary>The stage it is about.</summary>
    public string? StageKey { get; init; }

    /// <summary>By when something is to be done, or when it happens.</summary>
    public Instant? Until { get; init; }

    /// <summary>Which notice of how many.</summary>
    public (int Number, int Of)? Notice { get; init; }

    /// <summary>What one side said.</summary>
    public string? Said { get; init; }

    /// <summary>What is to be paid.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why the expected delivery is another one.</summary>
    public ForecastReason? Reason { get; init; }

    /// <summary>The meeting that goes into the reader's calendar.</summary>
    public MeetingBooked? Meeting { get; init; }

    /// <summary>What is to be told of what happened, in order; another expected delivery by itself only where nothing else tells it.</summary>
    public static IReadOnlyList<ProjectLetter> Of(CurrentProject project, IReadOnlyList<ProjectEvent> events, string? said)
    {
        var returned = events.OfType<InputReturned>().Any();
        var stopped = events.OfType<ProjectSuspended>().Any();
        var letters = events
            .Where(happened => !(returned && happened is NoticeSent) && !(stopped && happened is ProjectResumed))
            .Select(happened => Of(project, happened, said)).OfType<ProjectLetter>()
            .Concat(returned ? [Returned(events, said)] : [])
            .ToList();
        if (letters.Count == 0 && events.OfType<DeliveryForecast>().LastOrDefault() is { From: not null, To: not null } moved)
        {
            letters.Add(new ProjectLetter("Expected", MailKind.Project) { Reason = moved.Reason, Said = said });
        }

        return letters;
    }

    private static ProjectLetter Returned(IReadOnlyList<ProjectEvent> events, string? said) =>
        new("InputReturned", MailKind.ProjectAction)
        {
            StageKey = events.OfType<InputReturned>().First().InputKey,
            Until = events.OfType<NoticeSent>().FirstOrDefault()?.Until,
            Said = said,
        };

    private static ProjectLetter? Of(CurrentProject project, ProjectEvent happened, string? said) => happened switch
    {
        StageBegun { Owner: StageOwner.Customer } begun => Asked(project.Terms.Template.Stage(begun.StageKey), begun),
        NoticeSent notice => new("Notice", MailKind.ProjectAction)
        {
            StageKey = notice.StageKey,
            Until = notice.Until,
            Notice = (notice.Number, project.Terms.Template.Stage(notice.StageKey).Notices?.Count ?? notice.Number),
        },
        SuspensionAlertSent alert => new("Alert", MailKind.ProjectAction) { StageKey = alert.StageKey, Until = alert.SuspendedFrom },
        ProjectSuspended { Cause: SuspensionCause.CustomerLeft } => null,
        ProjectSuspended { Cause: SuspensionCause.OrderExpired } => new("OrderExpired", MailKind.ProjectAction),
        ProjectSuspended { Cause: SuspensionCause.OrderWithdrawn } => new("OrderWithdrawn", MailKind.Project),
        ProjectSuspended { Cause: SuspensionCause.OrderRefunded } => new("OrderRefunded", MailKind.Project),
        ProjectSuspended { Cause: SuspensionCause.Sales } => new("WithSales", MailKind.ProjectAction) { Said = said },
        ProjectSuspended stopped => new("Suspended", MailKind.ProjectAction) { StageKey = stopped.StageKey },
        ProjectResumed resumed => new("Resumed", MailKind.ProjectAction) { StageKey = resumed.StageKey, Said = said },
        MeetingBooked booked => new("Meeting", MailKind.Meeting) { StageKey = booked.StageKey, Until = booked.For, Meeting = booked },
        ProjectDelivered => new("Delivered", MailKind.Project),
        BalanceAsked asked => new("Balance", MailKind.ProjectAction) { Amount = asked.Balance },
        ProjectCompleted => new("Completed", MailKind.Project),
        _ => null,
    };

    private static ProjectLetter? Asked(ProjectStage stage, StageBegun begun) => stage.End switch
    {
        StageEnd.InputsGiven => new("AskInputs", MailKind.ProjectAction) { StageKey = stage.Key, Until = begun.DueAt },
        StageEnd.Approval => new("AskApproval", MailKind.ProjectAction) { StageKey = stage.Key, Until = begun.DueAt },
        StageEnd.Authorisation => new("AskAuthorisation", MailKind.ProjectAction) { StageKey = stage.Key, Until = begun.DueAt },
        _ => null,
    };
}
