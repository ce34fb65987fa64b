using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Projects.Requests;

namespace Storefront.Features.Projects;

/// <summary>Everything of a project that both sides see, as of one moment.</summary>
/// <param name="Current">The project with what it was sold under; settled until <paramref name="At"/>.</param>
/// <param name="Report">How it goes (SEN-04).</param>
/// <param name="Days">Whose each of its days was.</param>
/// <param name="OrderReference">The order that pays it.</param>
/// <param name="Inputs">What was handed over, the latest first.</param>
/// <param name="Messages">What both sides said, the first first.</param>
/// <param name="Documents">What the house handed over, the latest first.</param>
/// <param name="Accesses">Accesses that were handed over.</param>
/// <param name="Requests">What was asked for beyond the stages, the latest first.</param>
/// <param name="RequestLinks">Where each of these leads.</param>
/// <param name="Tickets">The tickets by which something of it is followed, the latest first.</param>
/// <param name="Original">Number of the project whose extra work it is; null for one that was ordered by itself.</param>
/// <param name="Tasks">What is kept of tasks beside the rules, by their keys: titles, and who is at them.</param>
/// <param name="Files">Files of inputs and documents, by whose they are.</param>
/// <param name="People">Names of who wrote or did something.</param>
/// <param name="At">When it stood so.</param>
/// <param name="LastSequence">The last event of the account that it includes.</param>
public sealed record ProjectView(
    CurrentProject Current,
    ProjectReport Report,
    ImmutableArray<ProjectDay> Days,
    string OrderReference,
    IReadOnlyList<GivenInput> Inputs,
    IReadOnlyList<ProjectMessage> Messages,
    IReadOnlyList<ProjectDocumentView> Documents,
    IReadOnlyList<ProjectAccess> Accesses,
    IReadOnlyList<ProjectRequest> Requests,
    IReadOnlyDictionary<ProjectRequestId, ProjectRequestLinks> RequestLinks,
    IReadOnlyList<ProjectTicket> Tickets,
    int? Original,
    IReadOnlyDictionary<string, ProjectTask> Tasks,
    ILookup<Guid, Attachment> Files,
    IReadOnlyDictionary<Guid, string> People,
    Instant At,
    long LastSequence)
{
    public Project Row => Current.Row;

    public ProjectState State => Current.State;

    /// <summary>Whether it ended without being completed, so that nothing is asked for or decided on it any more.</summary>
    public bool HasEnded => ProjectRules.Ended(State) is not null;

    public ProjectTemplate Template => Current.Terms.Template;

    /// <summary>What the customer has to do now, in the template's order.</summary>
    public IEnumerable<ProjectWait> CustomersTurns => Report.Waits.Where(wait => wait.Owner == StageOwner.Customer);

    /// <summary>The stage of that sort in which the customer can do something now; null when there is none.</summary>
    public ProjectStage? Running(StageEnd end) => Template.Stages.FirstOrDefault(
        stage => stage.End == end && (State.Suspension is null ? State.Find(stage.Key) is { IsRunning: true, Correcting: false } : IsMissed(stage)));

    /// <summary>The documents that a change after the delivery is checked against: delivery records and intermediate lists, the latest first (SEN-08).</summary>
    public IEnumerable<ProjectDocumentView> Evidence => Documents.Where(view => view.Document.Kind.IsEvidence());

    public int DaysOf(StageOwner owner) => Days.Count(day => day.Owner == owner);

    public int LateDaysOf(StageOwner owner) => ProjectDays.LateDays(Days, owner);

    /// <summary>Why the expected delivery is not the one before; null while there was only one.</summary>
    public Forecast? LastForecast => State.Forecasts.Length > 0 ? State.Forecasts[^1] : null;

    // Who is late can still bring it back by what was missed.
    private bool IsMissed(ProjectStage stage) =>
        State.Suspension?.StageKey == stage.Key && stage.SuspensionEnd == SuspensionEnd.Answer && State.Find(stage.Key)?.Correcting == false;
}

/// <summary>A document with its lines.</summary>
public sealed record ProjectDocumentView(ProjectDocument Document, IReadOnlyList<ProjectListItem> Items)
{
    /// <summary>The lines by which a change is due.</summary>
    public IEnumerable<ProjectListItem> Proving => Items.Where(item => item.IsProof(Document.Kind));
}
