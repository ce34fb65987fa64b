using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Projects.Requests;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>
/// Staff bring a project back that stood still: what was missed gets its whole time again, the rest what it had left. The ticket that followed
/// it with sales is resolved (SEN-03).
/// </summary>
public sealed class ResumeProject(ProjectTransactions projects, ProjectAgreement agreement)
{
    /// <summary>The project, or <see cref="ProjectGoesOn"/>; <see cref="BalanceDue"/> of one whose order ended, which its payment brings back.</summary>
    /// <param name="key">The project.</param>
    /// <param name="reason">On what word, for the customer; null to say nothing.</param>
    /// <param name="staff">Who resumes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("reason", reason).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                var isWithSales = project.State.Suspension is { Cause: SuspensionCause.Sales };
                var resumed = await projects.SaveAsync(
                    scope,
                    project,
                    ProjectRules.Resume(project.Terms, project.State, scope.StoredNow()),
                    token,
                    words.Length == 0 ? null : scope.Said(project, ProjectMessageKind.Resumed, words, staff));
                if (!resumed.IsRefused && isWithSales)
                {
                    await agreement.ResumedAsync(scope, project, words, staff, token);
                }

                return resumed;
            },
            cancellationToken);
    }
}
