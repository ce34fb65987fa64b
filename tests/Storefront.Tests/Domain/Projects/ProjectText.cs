using Storefront.Domain.Projects;

namespace Storefront.Tests.Domain.Projects;

/// <summary>All of a project in words, so that two can be compared and a difference be read.</summary>
internal static class ProjectText
{
    public static string Of(ProjectState project) => string.Join(
        Environment.NewLine,
        [
            $"{project.Status} paid {project.Paid} of {project.Total} at {project.PaidAt}, starts {project.StartsOn}, revisions {project.RevisionsUsed}",
            $"{project.Suspension} delivered {project.DeliveredAt} completed {project.CompletedAt}",
            .. project.Stages.Select(stage => $"{stage}"),
            .. project.Inputs.Select(input => $"{input}"),
            .. project.Tasks.Select(task => $"{task}"),
            .. project.Turns.Select(turn => $"{turn}"),
            .. project.Forecasts.Select(forecast => $"{forecast}"),
        ]);
}
