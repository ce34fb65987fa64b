using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Api;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>Pauses, resumptions and cancellations, previewed and sealed.</summary>
[MutationType]
public static class WishMutations
{
    /// <summary>Says what a pause, a resumption or a cancellation would do, without doing it. For owners.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:read"])]
    [UseMutationConvention(PayloadFieldName = "preview")]
    [ChangesPlanErrors]
    [Error<PauseNotOffered>]
    public static async Task<Result<WishPreviewView>> PreviewSubscriptionWishAsync(
        WishKind wish, [GlobalState(ApiViewer.Key)] Viewer viewer, PreviewWish action, CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return (await action.HandleAsync(wish, viewer, cancellationToken)).Map(offer => new WishPreviewView(offer));
    }

    /// <summary>Does exactly what a preview of a wish said, or refuses and says what is different now. For owners.</summary>
    /// <param name="token">The token of the preview.</param>
    /// <param name="idempotencyKey">The same key with the same token gives the same answer.</param>
    /// <param name="viewer">Who confirms.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["subscription:write"])]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [ChangesPlanErrors]
    [ConfirmedPreviewErrors]
    [BilledChangeErrors]
    [RepeatableErrors]
    [Error<PauseNotOffered>]
    public static async Task<Result<PlanSubscriptionView>> ConfirmSubscriptionWishAsync(
        string token,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        PreviewWish action,
        SubscriptionReader reader,
        CancellationToken cancellationToken)
    {
        var account = viewer.RequireAccount();
        var confirmed = await action.ConfirmAsync(token, idempotencyKey, viewer, cancellationToken);
        return confirmed.Refusal is { } refusal ? refusal : new PlanSubscriptionView((await reader.ReadLatestAsync(account, cancellationToken))!);
    }
}

/// <summary>What a wish would do, exactly; confirming its token does that or nothing.</summary>
[ObjectType("SubscriptionWishPreview")]
public sealed class WishPreviewView(SealedWish offer)
{
    private WishPreview Preview => offer.Preview;

    /// <summary>Confirms exactly this, until `validUntil`.</summary>
    public string Token => offer.Token;

    /// <summary>Until when the token can be confirmed, exclusive.</summary>
    public Instant ValidUntil => offer.ValidUntil;

    /// <summary>What is asked for.</summary>
    public WishKind Wish => Preview.Kind;

    /// <summary>The day on which it acts.</summary>
    public LocalDate EffectiveOn => Preview.EffectiveOn;

    /// <summary>Whether it acts on confirming.</summary>
    public bool ActsAtOnce => Preview.ActsAtOnce;

    /// <summary>Minutes granted on confirming.</summary>
    public int MinutesNow => Preview.MinutesNow;

    /// <summary>Minutes that the next billing period grants; 0 when none follows.</summary>
    public int MinutesAtRenewal => Preview.MinutesAtRenewal;

    /// <summary>Minutes that lapse if nothing more is used.</summary>
    public int LapsingMinutes => Preview.LapsingMinutes;

    /// <summary>The day on which they lapse; null when there are none.</summary>
    public LocalDate? LapsesOn => Preview.LapsesOn;

    /// <summary>The day of the next payment; null when none is asked for.</summary>
    public LocalDate? NextPaymentOn => Preview.NextPaymentOn;

    /// <summary>What the next payment comes to, tax included; zero without one.</summary>
    public Money NextPayment => Preview.NextPayment + Preview.NextPaymentTax;

    /// <summary>Paid billing periods that are kept for after a pause.</summary>
    public int PaidPeriodsKept => Preview.PaidPeriodsKept;
}
