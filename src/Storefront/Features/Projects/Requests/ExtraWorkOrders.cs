using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// What an order of extra work does to the project that the work became part of: withdrawn, its tasks leave the project, and paid after all
/// they come back. One whose work has begun is owed.
/// </summary>
public sealed class ExtraWorkOrders(ProjectStore projects, ProjectLifecycle lifecycle, ExtraTasks tasks)
{
    /// <summary>Whether somebody began the work, so that the order is paid and not withdrawn.</summary>
    internal static async Task<bool> HasBegunAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        await FindAsync(scope, order, cancellationToken) is { } request
        && (request.Status == ProjectRequestStatus.Done
            || (await TasksAsync(scope, request, cancellationToken)).Exists(task => task.StartedAt is not null));

    /// <summary>The order was withdrawn: what it would have paid is not done.</summary>
    internal async Task WithdrawAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, order, cancellationToken) is not { Status: ProjectRequestStatus.Approved } request
            || await projects.FindAsync(scope.Db, scope.AccountId, request.ProjectId, cancellationToken) is not { } project)
        {
            return;
        }

        var keys = (await TasksAsync(scope, request, cancellationToken)).ConvertAll(task => task.Key);
        var change = ExtraWorkRules.Withdraw(project.Terms, project.State, keys, scope.StoredNow());
        await projects.SaveAsync(scope, project, change, cancellationToken: cancellationToken);
        ProjectRequests.Move(scope, project, request, ProjectRequestStatus.Withdrawn);
    }

    /// <summary>Money came for it after all: what was taken out is done, in the project or, when that was delivered meanwhile, in one of its own.</summary>
    internal async Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (!order.ToDomain().Paid.IsPositive
            || await FindAsync(scope, order, cancellationToken) is not { Status: ProjectRequestStatus.Withdrawn } request
            || await projects.FindAsync(scope.Db, scope.AccountId, request.ProjectId, cancellationToken) is not { } project)
        {
            return;
        }

        ProjectRequests.Move(scope, project, request, ProjectRequestStatus.Approved);
        if (ExtraWorkRules.Place(project.Terms, project.State, scope.StoredNow()) is { IsRefused: false, Value: ExtraWorkPlace.InProject })
        {
            await tasks.AddAsync(scope, project, request, request.Tasks!.Titles, cancellationToken);
        }
        else
        {
            await tasks.OpenAsync(scope, project, request, order, request.Tasks!.Titles, cancellationToken);
            await lifecycle.PaidAsync(scope, order, cancellationToken);
        }
    }

    /// <summary>The request that the order pays, whose work is part of the project it was asked on; null for any other order.</summary>
    private static Task<ProjectRequest?> FindAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        scope.Db.Set<ProjectRequest>().SingleOrDefaultAsync(
            row => row.AccountId == scope.AccountId && row.OrderId == order.Id && row.NewProjectId == null, cancellationToken);

    private static Task<List<ProjectTask>> TasksAsync(AccountScope scope, ProjectRequest request, CancellationToken cancellationToken) =>
        scope.Db.Set<ProjectTask>().Where(row => row.AccountId == scope.AccountId && row.ProjectId == request.ProjectId && row.RequestId == request.Id)
            .ToListAsync(cancellationToken);
}
