using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Projects;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Projects;

/// <summary>Projects in the reader's words: whose turn it is, what is to be done, how it goes, and why the date is another one.</summary>
public sealed class ProjectSpeech(IStringLocalizer<ProjectPageTexts> texts, ReaderFormat format)
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    public string Status(ProjectStatus status) => texts[$"Status.{status}"];

    public string StageOf(CurrentProject project, string key) => project.Terms.Template.Stages.FirstOrDefault(stage => stage.Key == key)?.Name.In(Culture) ?? key;

    public string InputOf(CurrentProject project, string key) => project.Terms.Template.Inputs.FirstOrDefault(input => input.Key == key)?.Name.In(Culture) ?? key;

    /// <summary>What a task is called: an item of the package, or what it was given as a title.</summary>
    public string TaskOf(ProjectView view, string key) =>
        view.Tasks.TryGetValue(key, out var task) && task.Title is { } title ? title : view.Current.Package.Items.FirstOrDefault(item => item.Key == key)?.Name.In(Culture) ?? key;

    /// <summary>The answer to "how is it going?" in a sentence or two (SEN-04): percent, expected delivery, whose turn it is.</summary>
    public string Answer(CurrentProject project, ProjectReport report) => string.Join(' ', Progress(project.State, report), Turn(project, report));

    /// <summary>Percent and expected delivery.</summary>
    public string Progress(ProjectState state, ProjectReport report) => report switch
    {
        { Status: ProjectStatus.Completed } when state.CompletedAt is { } completed => texts["Progress.Completed", format.Date(completed)],
        { Status: ProjectStatus.Canceled } => texts["Progress.Canceled", report.Percent],
        _ when state.DeliveredAt is { } delivered => texts["Progress.Delivered", report.Percent, format.Date(delivered)],
        { Delivery: { } day } => texts["Progress.Expected", report.Percent, format.Date(day)],
        _ => texts["Progress.NoDate", report.Percent],
    };

    /// <summary>Whose turn it is, for staff: nobody is promised anything.</summary>
    public string DeskTurn(CurrentProject project, ProjectReport report) =>
        project.State.Suspension is { Cause: SuspensionCause.Sales } sales ? texts["Desk.Turn.Sales", format.Date(sales.At)] : Turn(project, report);

    /// <summary>Whose turn it is, for the customer.</summary>
    public string Turn(CurrentProject project, ProjectReport report)
    {
        var state = project.State;
        if (state.Suspension is { Cause: SuspensionCause.Sales } sales)
        {
            return texts["Turn.Sales", format.Date(sales.At)];
        }

        if (state.Suspension is { IsEnd: true } end)
        {
            return texts[$"Turn.{end.Cause}", format.Date(end.At)];
        }

        if (state.Suspension is { StageKey: { } missed } suspension)
        {
            var answers = project.Terms.Template.Stage(missed).SuspensionEnd == SuspensionEnd.Answer;
            return texts[answers ? "Turn.SuspendedAnswer" : "Turn.Suspended", format.Date(suspension.At), StageOf(project, missed)];
        }

        if (state.CompletedAt is not null)
        {
            return report.Waits.Where(wait => wait.Owner != StageOwner.Nobody).ToList() is { Count: > 0 } open
                ? texts["Turn.CompletedBut", Names(project, open)]
                : texts["Turn.Completed"];
        }

        var customers = report.Waits.Where(wait => wait.Owner == StageOwner.Customer).ToList();
        return customers.Count > 0 ? texts["Turn.Customer", Names(project, customers)]
            : report.Waits.Where(wait => wait.Owner == StageOwner.House).ToList() is { Count: > 0 } ours ? texts["Turn.House", Names(project, ours)]
            : texts["Turn.Nobody"];
    }

    /// <summary>What the customer does about a stage of its own.</summary>
    public string ToDo(ProjectView view, ProjectWait wait) => view.Template.Stage(wait.StageKey).End switch
    {
        StageEnd.InputsGiven => texts["Do.InputsGiven", view.State.Inputs.Count(input => !input.IsHere), view.State.Inputs.Length],
        StageEnd.FullPayment => texts["Do.FullPayment", format.Money(view.State.Balance)],
        StageEnd.Payment => texts["Do.Payment", format.Money(view.State.DueWithOrder - view.State.Paid)],
        StageEnd.Approval when view.State.RevisionsUsed < view.Template.Revisions => texts["Do.Approval"],
        StageEnd.Approval => texts["Do.ApprovalOnly"],
        StageEnd.Authorisation => texts["Do.Authorisation"],
        _ => view.Template.Stage(wait.StageKey).Description.In(Culture),
    };

    /// <summary>Until when, and what happens otherwise; null where nothing is due.</summary>
    public string? Until(ProjectWait wait) => wait switch
    {
        { SuspendedFrom: { } from } => texts["Until.Suspended", format.Moment(from)].Value,
        { AnswerBy: { } answer, DueAt: { } due } when answer > due => texts["Until.Reminded", format.Moment(due), format.Moment(answer)].Value,
        { DueAt: { } due } => texts["Until.Due", format.Moment(due)].Value,
        _ => null,
    };

    /// <summary>Why the expected delivery is the one it is.</summary>
    public string Reason(Forecast forecast) => texts[$"Reason.{forecast.Reason}"];

    public string Owner(StageOwner owner) => texts[$"Owner.{owner}"];

    /// <summary>Where a request went, said to both sides alike: whoever has to decide reads that on the request itself.</summary>
    public string MovedTo(ProjectRequestStatus status) =>
        texts[$"RequestMoved.{status}"] is { ResourceNotFound: false } plain ? plain.Value : texts[$"RequestStatus.{status}"].Value;

    public string Days(int count) => texts.Plural("Days", count);

    private string Names(CurrentProject project, IEnumerable<ProjectWait> waits) => string.Join(", ", waits.Select(wait => StageOf(project, wait.StageKey)));
}
