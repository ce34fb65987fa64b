using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>
/// Staff correct an account's hours, up or down and never below nothing, with a reason that the customer reads (COM-02). What is added ends with
/// the running period.
/// </summary>
public sealed class CorrectHours(AccountTransactions transactions, SubscriptionStore subscriptions, HourLedgerStore hours)
{
    /// <summary>Most minutes of one correction, either way: a thousand hours.</summary>
    public const int MostMinutes = 60_000;

    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The ledger's line, or <see cref="NotEnoughHours"/>, <see cref="MinutesNotValid"/>, <see cref="SubscriptionNotReady"/>, <see cref="TextNotValid"/>.</summary>
    /// <param name="account">Whose hours.</param>
    /// <param name="minutes">Added or, negative, taken; not 0.</param>
    /// <param name="reason">Why.</param>
    /// <param name="idempotencyKey">Chosen by who asks: the same key again corrects nothing more.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<HourEntry>> HandleAsync(
        AccountId account, int minutes, string? reason, string idempotencyKey, Viewer staff, CancellationToken cancellationToken)
    {
        var text = TicketText.Check("reason", reason, ReasonLength, multiline: false);
        if (!staff.IsStaff || text.IsRefused || minutes is 0 or < -MostMinutes or > MostMinutes)
        {
            return !staff.IsStaff ? new NotFound("account") : text.Refusal ?? new MinutesNotValid(-MostMinutes, MostMinutes);
        }

        return await transactions.RunAsync<HourEntry>(
            account,
            async (scope, token) =>
            {
                var corrected = await scope.OnceAsync(
                    "correct-hours",
                    idempotencyKey,
                    new { minutes, text.Value },
                    () => CorrectAsync(scope, staff.UserId, minutes, text.Value, token),
                    token);
                return corrected.IsRefused
                    ? corrected.Refusal
                    : (await hours.FindEntryAsync(scope.Db, scope.AccountId, corrected.Value, token))!;
            },
            cancellationToken);
    }

    /// <summary>Corrects, and gives the key of the ledger's line.</summary>
    private async Task<Result<string>> CorrectAsync(
        AccountScope scope, UserId staff, int minutes, string reason, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        if (minutes > 0 && current is not { State.IsRunning: true })
        {
            return new SubscriptionNotReady(current?.State.Status ?? PlanSubscriptionStatus.Canceled);
        }

        var policies = current?.Policies ?? subscriptions.PresentPolicies;
        var end = minutes > 0 ? policies.StartOf(current!.State.Period.End) : scope.Now;
        var key = $"correction:{HourEntryId.New(scope.Now).Value:N}";
        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [key], cancellationToken);
        var posted = ledger.Correct(
            policies.Hours, minutes, scope.Now, end, new HourCause(HourCauseKind.StaffCorrection, staff.Value, Reason: reason), key);
        if (posted.IsRefused)
        {
            return posted.Refusal;
        }

        await hours.AppendAsync(scope, posted.Value.Ledger, posted.Value.Entries, cancellationToken);
        return key;
    }
}
