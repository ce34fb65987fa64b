using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff give another day for a stage of the house, with a reason that the customer reads; what was due stays due.</summary>
public sealed class AnnounceDay(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="ProjectReasonMissing"/>, <see cref="DayInThePast"/>, <see cref="DayTooFar"/>, <see cref="NotYourTurn"/>, <see cref="StageNotBegun"/> …</summary>
    public async Task<Result<Project>> HandleAsync(
        ProjectKey key, string stageKey, LocalDate day, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("reason", reason).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsStaffAsync(
            key,
            staff,
            null,
            (scope, project, token) => projects.SaveAsync(
                scope,
                project,
                ProjectRules.Announce(project.Terms, project.State, stageKey, day, words, scope.StoredNow()),
                token,
                scope.Said(project, ProjectMessageKind.Announced, words, staff, stageKey)),
            cancellationToken);
    }
}
