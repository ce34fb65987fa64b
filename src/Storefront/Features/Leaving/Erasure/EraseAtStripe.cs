using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe;
using Storefront.Stripe.Customers;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>Takes name and address from the customer at Stripe, where its payments stay: after the erasure, since no transaction spans HTTP.</summary>
internal sealed class EraseAtStripe(StripeClient stripe) : IDueWorkHandler
{
    /// <summary>Its subject is the customer's id at Stripe.</summary>
    public const string DueWorkKind = "stripe.erase-customer";

    public static Task ScheduleAsync(AccountScope scope, string customer, CancellationToken cancellationToken) =>
        scope.ScheduleAsync(DueWorkKind, $"stripe-erase:{customer}", scope.Now, scope.AccountId, customer, cancellationToken);

    public Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken) => stripe.V1.Customers.UpdateAsync(
        work.Subject!, new CustomerUpdateOptions { Name = "", Email = "", Phone = "", Description = "" }, cancellationToken: cancellationToken);
}
