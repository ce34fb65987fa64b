using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What the clock does to an account's projects (COM-07): stages begin, notices go out, projects are suspended, each at its own instant.</summary>
internal sealed class ProjectSettlement(ProjectStore projects) : IAccountSettlement
{
    public Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) => scope.Db.Set<Project>()
        .Where(project => project.AccountId == scope.AccountId && project.NextAt != null)
        .MinAsync(project => project.NextAt, cancellationToken);

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var due in await projects.FindDueAsync(scope.Db, scope.AccountId, scope.Now, cancellationToken))
        {
            await projects.SaveAsync(scope, due, ProjectRules.Settle(due.Terms, due.State, scope.Now), cancellationToken: cancellationToken);
        }
    }
}
