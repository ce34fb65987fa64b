using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Finishes a change that was recorded and whose end nobody saw.</summary>
internal sealed class FinishChange(BilledChanges changes) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = PlanChangeId.From(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        var finished = await changes.FinishAsync(work.AccountId!.Value, id, cancellationToken);
        if (finished is { IsRefused: false, Value.IsInForce: false })
        {
            throw new TimeoutException("Stripe could not be reached to change a subscription.");
        }
    }
}
