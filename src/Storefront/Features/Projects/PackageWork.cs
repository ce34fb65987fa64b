using Storefront.Features.Checkout;
using Storefront.Features.Projects.Requests;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>
/// A package that was ordered is a project from the order on, and knows what is paid of it (TEC-01, TEC-06); extra work that was ordered is part
/// of one (SEN-05).
/// </summary>
internal sealed class PackageWork(ProjectLifecycle projects, ExtraWorkOrders extraWork) : IOrderWork
{
    public OrderPurpose Purpose => OrderPurpose.Package;

    public Task PlacedAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        projects.OpenAsync(scope, order, cancellationToken);

    public async Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        await projects.PaidAsync(scope, order, cancellationToken);
        await extraWork.PaidAsync(scope, order, cancellationToken);
    }

    public async Task EndedAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        await projects.EndedAsync(scope, order, cancellationToken);
        await extraWork.WithdrawAsync(scope, order, cancellationToken);
    }

    public Task<bool> HasBegunAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        ExtraWorkOrders.HasBegunAsync(scope, order, cancellationToken);
}
