using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Hours.Advances;

/// <summary>An owner brings hours of the next period forward (FLU-08): shown first, sealed, then exactly that or nothing.</summary>
public sealed class AdvanceHours(AccountTransactions transactions, SubscriptionStore subscriptions, HourLedgerStore hours, Seals seals)
{
    /// <summary>Most minutes that are asked for at once: a thousand hours.</summary>
    public const int MostMinutes = 60_000;

    private const string Purpose = "advance";
    private const string Operation = "advance-hours";

    /// <summary>What an advance would do now, with the token that confirms exactly that.</summary>
    public Task<Result<SealedAdvance>> PreviewAsync(int minutes, Viewer viewer, CancellationToken cancellationToken) =>
        RunAsync<SealedAdvance>(viewer, minutes, async (scope, token) =>
        {
            if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, token) is not { } current)
            {
                return new NoSubscription();
            }

            var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, token);
            return Domain.Subscriptions.Advances.Preview(current.State, ledger, current.Policies, minutes, scope.Now).Map(preview =>
            {
                var validUntil = scope.Now + Duration.FromMinutes(current.Policies.Changes.PreviewMinutes);
                return new SealedAdvance(preview, validUntil, seals.Seal(Purpose, scope.AccountId, Promise.Of(preview), validUntil));
            });
        },
        cancellationToken);

    /// <summary>The ledger's line, the same for the same key. With a preview's token it does exactly what that said, or <see cref="PreviewOutdated"/>.</summary>
    /// <param name="minutes">From 1.</param>
    /// <param name="token">The preview's; null to take what there is without one.</param>
    /// <param name="idempotencyKey">Chosen by who asks: the same key again brings nothing more forward.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<HourEntry>> HandleAsync(
        int minutes, string? token, string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) => RunAsync<HourEntry>(
        viewer,
        minutes,
        async (scope, stop) =>
        {
            var taken = await scope.OnceAsync(
                Operation, idempotencyKey, new { minutes }, () => TakeAsync(scope, minutes, token, idempotencyKey, stop), stop);
            return taken.IsRefused ? taken.Refusal : (await hours.FindEntryAsync(scope.Db, scope.AccountId, taken.Value, stop))!;
        },
        cancellationToken);

    private async Task<Result<T>> RunAsync<T>(
        Viewer viewer, int minutes, Func<AccountScope, CancellationToken, Task<Result<T>>> action, CancellationToken cancellationToken) =>
        viewer.AccountId is not { } account ? new NotFound("account")
        : !viewer.IsAtLeast(MemberRole.Owner) ? new OwnerNeeded()
        : minutes is < 1 or > MostMinutes ? new MinutesNotValid(1, MostMinutes)
        : await transactions.RunAsync(account, action, cancellationToken);

    private async Task<Result<string>> TakeAsync(
        AccountScope scope, int minutes, string? token, string request, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is not { } current)
        {
            return new NoSubscription();
        }

        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken);
        if (token is not null && Holds(token, scope, current, ledger, minutes).Refusal is { } otherwise)
        {
            return otherwise;
        }

        var key = HourKeys.Advance(request);
        if (!Domain.Subscriptions.Advances.Take(current.State, ledger, current.Policies, minutes, key, scope.Now).TryGet(out var taken, out var refusal))
        {
            return refusal;
        }

        await subscriptions.SaveAsync(scope, current.Row, taken, current.Policies, cancellationToken);
        return key;
    }

    private Result<Done> Holds(string token, AccountScope scope, CurrentSubscription current, HourLedger ledger, int minutes)
    {
        if (!seals.Open<Promise>(Purpose, scope.AccountId, token).TryGet(out var shown, out var broken))
        {
            return broken is SealExpired expired ? new PreviewExpired(expired.ExpiredAt) : new PreviewNotValid();
        }

        return Domain.Subscriptions.Advances.Preview(current.State, ledger, current.Policies, minutes, scope.Now).Then<Done>(preview =>
            shown.Differences(Promise.Of(preview)) is { Length: > 0 } differences ? new PreviewOutdated([.. differences]) : Done.Value);
    }

    /// <summary>What was shown and has to hold. What can be used changes with work in between and is not part of it.</summary>
    private sealed record Promise(int Minutes, Instant ExpiresAt, int NextGrantMinutes, int RepaymentMinutes, int CarriedMinutes, LocalDate? Postponed)
    {
        public static Promise Of(AdvancePreview preview) => new(
            preview.Minutes, preview.ExpiresAt, preview.NextGrantMinutes, preview.RepaymentMinutes, preview.CarriedMinutes, preview.Postponed?.On);

        public PreviewDifference[] Differences(Promise now) =>
        [
            .. new (string Field, string? Shown, string? Now)[]
            {
                ("minutes", $"{Minutes}", $"{now.Minutes}"),
                ("expiresAt", $"{ExpiresAt}", $"{now.ExpiresAt}"),
                ("nextGrantMinutes", $"{NextGrantMinutes}", $"{now.NextGrantMinutes}"),
                ("repaymentMinutes", $"{RepaymentMinutes}", $"{now.RepaymentMinutes}"),
                ("carriedMinutes", $"{CarriedMinutes}", $"{now.CarriedMinutes}"),
                ("downgradeOn", $"{Postponed}", $"{now.Postponed}"),
            }
            .Where(field => field.Shown != field.Now)
            .Select(field => new PreviewDifference(field.Field, field.Shown, field.Now)),
        ];
    }
}

/// <summary>What an advance would do, with the token that confirms exactly that.</summary>
/// <param name="Preview">What it would do.</param>
/// <param name="ValidUntil">Until when it can be confirmed, exclusive.</param>
/// <param name="Token">Nobody can read or change it, and it is this account's only.</param>
public sealed record SealedAdvance(AdvancePreview Preview, Instant ValidUntil, string Token);
