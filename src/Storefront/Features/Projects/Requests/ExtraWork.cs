using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// Has approved extra work done where the rules place it: as tasks of the running project, or as a project of its own (SEN-05). Either way it
/// has an order of its own, so that it is paid by itself. Where the handbook wants the original finished and paid first, it waits (TEC-08).
/// </summary>
public sealed class ExtraWork(ExtraTasks tasks, ProjectRequests requests)
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
        if (place == ExtraWorkPlace.InProject
            && (await tasks.AddAsync(scope, project, request, request.Tasks!.Titles, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var order = await OrderAsync(scope, project, request, original, by, cancellationToken);
        request.OrderId = order.Id;
        if (place == ExtraWorkPlace.NewProject)
        {
            await tasks.OpenAsync(scope, project, request, order, request.Tasks!.Titles, cancellationToken);
        }

        await requests.BegunAsync(scope, project, request, cancellationToken);
        return Done.Value;
    }

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
            ExtraProjectNumber = project.Row.Number,
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
