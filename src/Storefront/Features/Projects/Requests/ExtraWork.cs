using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Steps;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// Has approved extra work done where the rules place it: as tasks of the running project, or as a project of its own (SEN-05). Either way it
/// has an order of its own, so that it is paid by itself. Where the handbook wants the original finished and paid first, it waits (TEC-08).
/// </summary>
public sealed class ExtraWork(ProjectTransactions projects, ProjectLifecycle lifecycle, ProjectRequests requests)
{
    /// <summary>Done, or <see cref="OriginalNotFinished"/>, <see cref="BalanceDue"/>: it waits, and can be asked for again.</summary>
    public async Task<Result<Done>> PlaceAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, UserId by, CancellationToken cancellationToken)
    {
        if (!ExtraWorkRules.Place(project.Terms, project.State, scope.StoredNow()).TryGet(out var place, out var waits))
        {
            return waits;
        }

        var original = await scope.Db.Set<Order>()
            .SingleAsync(row => row.AccountId == scope.AccountId && row.Id == project.Row.OrderId, cancellationToken);
        if (place == ExtraWorkPlace.InProject)
        {
            foreach (var title in request.Tasks!.Titles)
            {
                var key = AddTask.NewKey(project.State);
                var added = ExtraWorkRules.Add(project.Terms, project.State, key, scope.StoredNow());
                if ((await projects.SaveAsync(scope, project, added, cancellationToken)).Refusal is { } refusal)
                {
                    return refusal;
                }

                scope.Db.Add(TaskOf(scope, project.Row.Id, key, title, request));
            }
        }

        var order = await OrderAsync(scope, project, request, original, by, cancellationToken);
        request.OrderId = order.Id;
        if (place == ExtraWorkPlace.NewProject)
        {
            var keys = request.Tasks!.Titles.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"task-{index + 1}")).ToList();
            var made = await lifecycle.OpenAsync(
                scope, order, new ExtraProject(project.Row.Id, request.BusinessDays ?? project.Row.DeliveryBusinessDays, keys), cancellationToken);
            request.NewProjectId = made.Id;
            foreach (var (key, title) in keys.Zip(request.Tasks.Titles))
            {
                scope.Db.Add(TaskOf(scope, made.Id, key, title, request));
            }
        }

        await requests.BegunAsync(scope, project, request, cancellationToken);
        return Done.Value;
    }

    private static ProjectTask TaskOf(AccountScope scope, ProjectId project, string key, string title, ProjectRequest request) => new()
    {
        AccountId = scope.AccountId,
        ProjectId = project,
        Key = key,
        Title = title,
        RequestId = request.Id,
    };

    private static async Task<Order> OrderAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Order original, UserId by, CancellationToken cancellationToken)
    {
        // It was approved, so it does not lapse by itself.
        var state = OrderState.Place(OrderId.New(scope.Now), request.Total!.Value, scope.Now, expiresAt: null);
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = await OrderReference.NextAsync(scope, cancellationToken),
            PackageKey = project.Row.PackageKey,
            DesignKey = project.Row.DesignKey,
            PlatformKey = project.Row.PlatformKey,
            Interval = BillingInterval.Once,
            HandbookVersion = project.Row.HandbookVersion,
            Net = request.Net!.Value,
            Tax = request.Tax!.Value,
            Total = state.Total,
            PaymentMethod = original.PaymentMethod,
            Status = state.Status,
            OrderedBy = by,
            OrderedAt = state.PlacedAt,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, null, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code, order.PackageKey));
        return order;
    }
}
