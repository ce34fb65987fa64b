using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Api;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>Changes of the viewer's subscription.</summary>
[MutationType]
public static class SubscriptionMutations
{
    /// <summary>Says what a change of plan would do, without doing it. For owners.</summary>
    /// <param name="planKey">The key of the plan to go to.</param>
    /// <param name="interval">The paid term: `MONTH` or `YEAR`.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="temporary">Whether an upgrade goes back by itself at the end of the billing period.</param>
    [Authorize(Scopes = ["subscription:read"])]
    [Cost(20)]
    [UseMutationConvention(PayloadFieldName = "preview")]
    [ChangesPlanErrors]
    [Error<UnknownPlan>]
    [Error<PriceNotOffered>]
    [Error<NothingToChange>]
    [Error<PaymentOverdue>]
    [Error<TemporaryUpgradeNotPossible>]
    [Error<CommittedUntil>]
    public static async Task<Result<PlanChangePreviewView>> PreviewPlanChangeAsync(
        string planKey,
        BillingInterval interval,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        PreviewPlanChange action,
        CancellationToken cancellationToken,
        bool temporary = false)
    {
        viewer.RequireAccount();
        var offered = await action.HandleAsync(new PreviewPlanChangeInput(planKey, interval, temporary), viewer, cancellationToken);
        return offered.Map(offer => new PlanChangePreviewView(offer));
    }

    /// <summary>Does exactly what a preview said, or refuses and says what is different now. For owners.</summary>
    /// <param name="token">The token of the preview.</param>
    /// <param name="idempotencyKey">The same key with the same token gives the same answer.</param>
    /// <param name="viewer">Who confirms.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:write"])]
    [Cost(20)]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [ChangesPlanErrors]
    [ConfirmedPreviewErrors]
    [BilledChangeErrors]
    [RepeatableErrors]
    [Error<NothingToChange>]
    [Error<PaymentOverdue>]
    [Error<RenewalInProgress>]
    [Error<BillingDisagrees>]
    [Error<PaymentNeededFirst>]
    public static async Task<Result<PlanSubscriptionView>> ConfirmPlanChangeAsync(
        string token,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ConfirmPlanChange action,
        SubscriptionReader reader,
        CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return await ShowAsync(await action.HandleAsync(token, idempotencyKey, viewer, cancellationToken), viewer, reader, cancellationToken);
    }

    /// <summary>
    /// Pauses from the next billing period on: nothing is billed or granted, and periods that were paid for are kept for after the pause. For owners.
    /// </summary>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 255 characters: the same again gives the same answer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:write"])]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [ChangesPlanErrors]
    [BilledChangeErrors]
    [RepeatableErrors]
    [Error<PauseNotOffered>]
    public static async Task<Result<PlanSubscriptionView>> PauseSubscriptionAsync(
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        PauseSubscription action,
        SubscriptionReader reader,
        CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return await ShowAsync(await action.HandleAsync(idempotencyKey, viewer, cancellationToken), viewer, reader, cancellationToken);
    }

    /// <summary>Ends a pause, or takes the wish for one back. For owners.</summary>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 255 characters: the same again gives the same answer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:write"])]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [ChangesPlanErrors]
    [BilledChangeErrors]
    [RepeatableErrors]
    public static async Task<Result<PlanSubscriptionView>> ResumeSubscriptionAsync(
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ResumeSubscription action,
        SubscriptionReader reader,
        CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return await ShowAsync(await action.HandleAsync(idempotencyKey, viewer, cancellationToken), viewer, reader, cancellationToken);
    }

    /// <summary>Ends the subscription when what was paid for is over, or at once where nothing is paid. Hours are not paid back. For owners.</summary>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 255 characters: the same again gives the same answer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:write"])]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [ChangesPlanErrors]
    [BilledChangeErrors]
    [RepeatableErrors]
    public static async Task<Result<PlanSubscriptionView>> CancelSubscriptionAsync(
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        CancelSubscription action,
        SubscriptionReader reader,
        CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return await ShowAsync(await action.HandleAsync(idempotencyKey, viewer, cancellationToken), viewer, reader, cancellationToken);
    }

    private static async Task<Result<PlanSubscriptionView>> ShowAsync(
        Result<ChangeOutcome> outcome, Viewer viewer, SubscriptionReader reader, CancellationToken cancellationToken) => outcome.Refusal is { } refusal
        ? refusal
        : new PlanSubscriptionView((await reader.ReadLatestAsync(viewer.RequireAccount(), cancellationToken))!);
}
