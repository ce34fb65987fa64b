using Storefront.Domain.Shared;
using Storefront.Features.Projects.Requests;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff have done what was pending in the delivery record.</summary>
public sealed class FinishListItem(ProjectTransactions projects)
{
    public Task<Result<Project>> HandleAsync(ProjectKey key, ProjectListItemId item, Viewer staff, CancellationToken cancellationToken) =>
        projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                await FinishRequest.FinishItemAsync(scope, project, item, token);
                return Done.Value;
            },
            cancellationToken);
}
