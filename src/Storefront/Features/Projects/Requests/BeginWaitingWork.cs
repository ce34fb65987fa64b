using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Projects.Requests;

/// <summary>Begins extra work that was approved before, once the original is finished and fully paid (TEC-08).</summary>
internal sealed class BeginWaitingWork(AccountTransactions transactions, ProjectStore projects, ExtraWork extraWork) : IDueWorkHandler
{
    internal const string DueWorkKind = "project.begin-extra-work";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = ProjectId.From(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        await transactions.RunAsync<Done>(work.AccountId!.Value, (scope, token) => BeginAsync(scope, id, token), cancellationToken);
    }

    /// <summary>Has it begun soon, where something waits for the project that changed.</summary>
    internal static async Task ScheduleAsync(AccountScope scope, CurrentProject project, CancellationToken cancellationToken)
    {
        if (await Waiting(scope, project.Row.Id).AnyAsync(cancellationToken))
        {
            var id = project.Row.Id.Value;
            await scope.ScheduleAsync(DueWorkKind, $"project-extra:{id:N}", scope.Now, scope.AccountId, id.ToString(), cancellationToken);
        }
    }

    private async Task<Result<Done>> BeginAsync(AccountScope scope, ProjectId id, CancellationToken cancellationToken)
    {
        if (await projects.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is { } project)
        {
            foreach (var request in await Waiting(scope, id).OrderBy(row => row.AskedAt).ToListAsync(cancellationToken))
            {
                // What is refused meanwhile waits for the next time, or for staff.
                await extraWork.PlaceAsync(scope, project, request, request.AskedBy, cancellationToken);
            }
        }

        return Done.Value;
    }

    private static IQueryable<ProjectRequest> Waiting(AccountScope scope, ProjectId project) => scope.Db.Set<ProjectRequest>().Where(
        row => row.AccountId == scope.AccountId && row.ProjectId == project && row.Status == ProjectRequestStatus.Approved && row.OrderId == null);
}
