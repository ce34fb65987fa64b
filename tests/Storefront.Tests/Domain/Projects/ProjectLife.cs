using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Projects;

/// <summary>A project of a house, with a clock that the test moves, in the house's own time.</summary>
internal sealed class ProjectLife
{
    public static readonly LocalDateTime Monday = new(2026, 2, 2, 10, 0);

    public ProjectLife(Handbook house, string packageKey, LocalDateTime? orderedAt = null)
        : this(TermsOf(house, packageKey), house.Packages.Single(package => package.Key == packageKey), orderedAt ?? Monday)
    {
    }

    public ProjectLife(ProjectTerms terms, Package package, LocalDateTime orderedAt)
    {
        Terms = terms;
        Now = At(orderedAt);
        var total = package.Prices[0].Total;
        var first = package.Parts.IsEmpty ? total : package.SplitOf(total).First().Amount;
        var opened = ProjectRules.Open(ProjectId.New(Now), terms, total, first, Now);
        Project = opened.Project;
        Events.AddRange(opened.Events);
    }

    public ProjectTerms Terms { get; }

    public Instant Now { get; private set; }

    public ProjectState Project { get; private set; }

    public List<ProjectEvent> Events { get; } = [];

    public ProjectReport Report => ProjectReport.Of(Terms, Project, Now);

    public static ProjectTerms TermsOf(Handbook house, string packageKey)
    {
        var package = house.Packages.Single(package => package.Key == packageKey);
        return ProjectTerms.Of(package, house.ProjectOf(package), house.Calendar);
    }

    public Instant At(LocalDateTime local) => local.InZoneStrictly(Terms.Calendar.Zone).ToInstant();

    public LocalDateTime Local(Instant? instant) => instant!.Value.InZone(Terms.Calendar.Zone).LocalDateTime;

    public StageState Stage(string key) => Project.Find(key)!;

    /// <summary>Moves the clock to that day of 2026 and lets happen what falls due.</summary>
    public ProjectLife On(int month, int day, int hour = 10, int minute = 0) => MoveTo(At(new LocalDateTime(2026, month, day, hour, minute)));

    public ProjectLife MoveTo(Instant instant)
    {
        Now = instant;
        return Take(ProjectRules.Settle(Terms, Project, Now));
    }

    public ProjectLife Pay() => Take(ProjectRules.Pay(Terms, Project, Project.Total, Now));

    public ProjectLife PayDeposit() => Take(ProjectRules.Pay(Terms, Project, Project.DueWithOrder, Now));

    public ProjectLife Give(params ReadOnlySpan<string> inputs)
    {
        foreach (var input in inputs)
        {
            Take(ProjectRules.GiveInput(Terms, Project, input, "On the home page", Now));
        }

        return this;
    }

    public ProjectLife GiveAll() => Give([.. Project.Inputs.Where(input => !input.IsHere).Select(input => input.Key)]);

    public ProjectLife AcceptAll()
    {
        foreach (var input in Project.Inputs.Where(input => input.Status == InputStatus.Given))
        {
            Take(ProjectRules.AcceptInput(Terms, Project, input.Key, Now));
        }

        return this;
    }

    public ProjectLife FinishWork(string stageKey)
    {
        foreach (var task in Project.Tasks.Where(task => task.StageKey == stageKey && task.FinishedAt is null))
        {
            Take(ProjectRules.FinishTask(Terms, Project, task.Key, Now));
        }

        return Finish(stageKey);
    }

    public ProjectLife Finish(string stageKey) => Take(ProjectRules.Finish(Terms, Project, stageKey, StageOwner.House, Now));

    public ProjectLife Approve() => Take(ProjectRules.Approve(Terms, Project, Now));

    public ProjectLife Take(Result<ProjectChange> result) => Take(result.Value);

    public IEnumerable<T> Of<T>()
        where T : ProjectEvent => Events.OfType<T>();

    public LocalDateTime? SuspendedAt => Project.Suspension is { } suspension ? Local(suspension.At) : null;

    private ProjectLife Take(ProjectChange change)
    {
        Project = change.Project;
        Events.AddRange(change.Events);
        return this;
    }
}
