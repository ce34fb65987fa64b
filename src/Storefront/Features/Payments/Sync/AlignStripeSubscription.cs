using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Payments.Sync;

/// <summary>Has Stripe bill a subscription as it stands here, after something at Stripe was found to be otherwise: its price, or when it ends.</summary>
internal sealed class AlignStripeSubscription(IDbContextFactory<StorefrontDb> contexts, SubscriptionStore subscriptions, StripeBilling billing) : IDueWorkHandler
{
    /// <summary>Its subject is our id of the subscription.</summary>
    public const string DueWorkKind = "stripe.align-subscription";

    public static Task ScheduleAsync(AccountScope scope, SubscriptionId subscription, CancellationToken cancellationToken) => scope.ScheduleAsync(
        DueWorkKind,
        string.Create(CultureInfo.InvariantCulture, $"stripe-align:{subscription.Value:N}:{scope.Now.ToUnixTimeTicks()}"),
        scope.Now,
        scope.AccountId,
        subscription.Value.ToString(),
        cancellationToken);

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == work.AccountId, cancellationToken);
        var id = new SubscriptionId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        if (await subscriptions.FindAsync(db, account.Id, id, cancellationToken) is not { Row.StripeSubscriptionId: { } there } current
            || current.State.Status == PlanSubscriptionStatus.Canceled)
        {
            return;
        }

        var order = new BillingOrder(
            new PlanChangeId(work.Id.Value), work.Attempts, there, current.State, current.Policies, Preview: null, Resumes: false, account.Language);
        if ((await billing.TellAsync(order, cancellationToken)).Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Stripe was not told how {there} stands: {refusal}.");
        }
    }
}
