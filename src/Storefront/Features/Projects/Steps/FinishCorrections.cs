using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff have corrected what was asked for; the customer looks at it again with its whole time.</summary>
public sealed class FinishCorrections(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="NotYourTurn"/>, <see cref="StageNotBegun"/>, <see cref="ProjectStandsStill"/> …</summary>
    /// <param name="key">The project.</param>
    /// <param name="answer">What was done, for the customer; null to say nothing.</param>
    /// <param name="staff">Who did it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string? answer, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("answer", answer).TryGet(out var words, out var notWords))
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
                ProjectRules.FinishCorrections(project.Terms, project.State, scope.StoredNow()),
                token,
                words.Length == 0 ? null : scope.Said(project, ProjectMessageKind.Corrected, words, staff)),
            cancellationToken);
    }
}
