using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>A package that was ordered is a project from the order on, and knows what is paid of it (TEC-01, TEC-06).</summary>
internal sealed class PackageWork(ProjectLifecycle projects) : IOrderWork
{
    public OrderPurpose Purpose => OrderPurpose.Package;

    public Task PlacedAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        projects.OpenAsync(scope, order, cancellationToken);

    public Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        projects.PaidAsync(scope, order, cancellationToken);

    public Task EndedAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        projects.EndedAsync(scope, order, cancellationToken);
}
