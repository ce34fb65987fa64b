using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>A customer asks for corrections within scope, all of them in one message, as often as the template allows (TEC-07, SEN-07).</summary>
public sealed class AskRevision(ProjectTransactions projects)
{
    private const string Operation = "project.ask-revision";

    /// <summary>The project, or <see cref="NoRevisionLeft"/>, <see cref="RevisionCommentsMissing"/>, <see cref="StageNotBegun"/>, <see cref="ProjectStandsStill"/> …</summary>
    public async Task<Result<Project>> HandleAsync(
        ProjectId id, string? comments, string? idempotencyKey, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("comments", comments).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsCustomerAsync(
            id,
            viewer,
            new ProjectOnce(Operation, idempotencyKey, new { words }),
            (scope, project, token) => projects.SaveAsync(
                scope,
                project,
                ProjectRules.AskRevision(project.Terms, project.State, words, scope.StoredNow()),
                token,
                scope.Said(project, ProjectMessageKind.Revision, words, viewer)),
            cancellationToken);
    }
}
