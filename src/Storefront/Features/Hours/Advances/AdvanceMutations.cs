using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Api;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Advances;

/// <summary>Hours of the next period, brought forward (FLU-08).</summary>
[MutationType]
public static class AdvanceMutations
{
    /// <summary>Says what bringing hours forward would do, without doing it. For owners.</summary>
    /// <param name="minutes">The minutes to bring forward, from 1.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["hours:read"])]
    [UseMutationConvention(PayloadFieldName = "preview")]
    [ChangesPlanErrors]
    [Error<PaymentOverdue>]
    [Error<AdvancesNotOffered>]
    [Error<NoPeriodFollows>]
    [Error<AdvanceLimitReached>]
    [Error<MinutesNotValid>]
    public static async Task<Result<AdvancePreviewView>> PreviewAdvanceAsync(
        int minutes, [GlobalState(ApiViewer.Key)] Viewer viewer, AdvanceHours action, CancellationToken cancellationToken)
    {
        viewer.RequireAccount();
        return (await action.PreviewAsync(minutes, viewer, cancellationToken)).Map(sealedPreview => new AdvancePreviewView(sealedPreview));
    }

    /// <summary>Brings hours of the next period forward; what is used of them is taken from the next grant. For owners.</summary>
    /// <param name="minutes">The minutes to bring forward, from 1.</param>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 255 characters: the same again gives the same answer.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="token">The token of a preview: then exactly what it showed is done, or nothing. Null to go without.</param>
    [Authorize(Scopes = ["hours:write"])]
    [UseMutationConvention(PayloadFieldName = "balance")]
    [ChangesPlanErrors]
    [ConfirmedPreviewErrors]
    [RepeatableErrors]
    [Error<PaymentOverdue>]
    [Error<AdvancesNotOffered>]
    [Error<NoPeriodFollows>]
    [Error<AdvanceLimitReached>]
    [Error<MinutesNotValid>]
    public static async Task<Result<HourBalance>> AdvanceHoursAsync(
        int minutes,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AdvanceHours action,
        HourReader reader,
        CancellationToken cancellationToken,
        string? token = null)
    {
        var account = viewer.RequireAccount();
        var advanced = await action.HandleAsync(minutes, token, idempotencyKey, viewer, cancellationToken);
        return advanced.Refusal is { } refusal ? refusal : await reader.ReadAsync(account, asOf: null, cancellationToken);
    }
}

/// <summary>What bringing hours forward would do, exactly; confirming its token does that or nothing.</summary>
[ObjectType("AdvancePreview")]
public sealed class AdvancePreviewView(SealedAdvance offer)
{
    /// <summary>Confirms exactly this, until `validUntil`.</summary>
    public string Token => offer.Token;

    /// <summary>Until when the token can be confirmed, exclusive.</summary>
    public Instant ValidUntil => offer.ValidUntil;

    /// <summary>Minutes brought forward.</summary>
    public int Minutes => offer.Preview.Minutes;

    /// <summary>Minutes that could be used then.</summary>
    public int AvailableMinutes => offer.Preview.AvailableMinutes;

    /// <summary>The most that can be brought forward in all.</summary>
    public int LimitMinutes => offer.Preview.LimitMinutes;

    /// <summary>Minutes that could still be brought forward after it.</summary>
    public int LeftMinutes => offer.Preview.LeftMinutes;

    /// <summary>Until when they can be used, exclusive; what is not used is not owed.</summary>
    public Instant ExpiresAt => offer.Preview.ExpiresAt;

    /// <summary>Minutes that the next billing period grants.</summary>
    public int NextGrantMinutes => offer.Preview.NextGrantMinutes;

    /// <summary>Minutes taken from that grant if all of them are used, earlier ones included.</summary>
    public int RepaymentMinutes => offer.Preview.RepaymentMinutes;

    /// <summary>Minutes that the grants after it would have to repay besides.</summary>
    public int CarriedMinutes => offer.Preview.CarriedMinutes;

    /// <summary>The day to which a scheduled downgrade would be put off; null when none is.</summary>
    public LocalDate? DowngradePostponedTo => offer.Preview.Postponed?.On;
}
