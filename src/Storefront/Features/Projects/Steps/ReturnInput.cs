using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff return an input with a reason that the customer reads: incomplete is followed by the same as missing (TEC-04).</summary>
public sealed class ReturnInput(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="InputReasonMissing"/>, <see cref="InputNotHere"/>, <see cref="InputAlreadyAccepted"/> …</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string inputKey, string? reason, Viewer staff, CancellationToken cancellationToken)
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
                var now = scope.StoredNow();
                var change = ProjectRules.ReturnInput(project.Terms, project.State, inputKey, words, now);
                if (!change.IsRefused && await GiveInput.LastAsync(scope, project.Row.Id, inputKey, token) is { } given)
                {
                    (given.ReturnedAt, given.ReturnReason) = (now, words);
                }

                return await projects.SaveAsync(
                    scope, project, change, token, scope.Said(project, ProjectMessageKind.InputReturned, words, staff, input: inputKey));
            },
            cancellationToken);
    }
}
