using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Credentials;
using Storefront.Features.Hours;
using Storefront.Features.Meetings;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Projects;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>What would be lost, and what would stay.</summary>
/// <param name="Name">The account's.</param>
/// <param name="People">Who could not sign in any more, the reader among them.</param>
/// <param name="Texts">Messages whose words go.</param>
/// <param name="Files">Files that go.</param>
/// <param name="Credentials">Accesses that go.</param>
/// <param name="Meetings">Meetings to come that are called off.</param>
/// <param name="Minutes">Hours that could still be used, in minutes.</param>
/// <param name="Credit">What the house owes the account, a currency each; none where there is nothing.</param>
/// <param name="PlanKey">The plan that ends; null without one.</param>
/// <param name="PaidThrough">The day after the last that is paid of it; null without one.</param>
/// <param name="Tickets">Tickets that stay, without words.</param>
/// <param name="HourEntries">Lines of the ledger that stay.</param>
/// <param name="Orders">Orders that stay.</param>
/// <param name="Payments">Payments that stay.</param>
/// <param name="Projects">Projects that stay, without words.</param>
/// <param name="RunningProjects">Those of them that end unfinished.</param>
/// <param name="Obstacle">What has to be done first; null for nothing.</param>
public sealed record ErasurePreview(
    string Name, int People, int Texts, int Files, int Credentials, int Meetings, int Minutes, IReadOnlyList<Money> Credit,
    string? PlanKey, LocalDate? PaidThrough, int Tickets, int HourEntries, int Orders, int Payments, int Projects, int RunningProjects, Refusal? Obstacle);

/// <summary>Reads what erasing an account would do, without doing it.</summary>
public sealed class ErasurePreviewReader(StoreSnapshots snapshots, SubscriptionStore subscriptions, BusinessClock clock)
{
    public Task<ErasurePreview> ReadAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var plan = await subscriptions.FindCurrentAsync(db, account, token);
            return new ErasurePreview(
                await db.Set<Account>().Where(row => row.Id == account).Select(row => row.Name).SingleAsync(token),
                await db.Set<Member>().CountAsync(row => row.AccountId == account, token),
                await db.Set<TicketMessage>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Attachment>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Credential>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Meeting>().CountAsync(row => row.AccountId == account && row.Status == MeetingStatus.Booked && row.StartsAt > now, token),
                await db.Set<HourLotRow>().Where(row => row.AccountId == account && !row.Closed && row.ExpiresAt > now).SumAsync(row => row.RemainingMinutes, token),
                await CreditReader.ListAsync(db, account, token),
                plan?.Row.PlanKey,
                plan?.Row.PaidThrough,
                await db.Set<Ticket>().CountAsync(row => row.AccountId == account, token),
                await db.Set<HourEntryRow>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Order>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Payment>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Project>().CountAsync(row => row.AccountId == account, token),
                await db.Set<Project>().CountAsync(row => row.AccountId == account && row.CompletedAt == null && row.Status != ProjectStatus.Canceled, token),
                ObstacleOf(plan));
        },
        cancellationToken);

    /// <summary>A plan that would go on being paid; one that was cancelled, or costs nothing, ends with the erasure.</summary>
    internal async Task<Refusal?> FindObstacleAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
        ObstacleOf(await subscriptions.FindCurrentAsync(db, account, cancellationToken));

    private static PlanStillRuns? ObstacleOf(CurrentSubscription? plan) =>
        plan is { Row: { CancelRequested: false } row } && !row.Price.IsZero ? new PlanStillRuns(row.PlanKey) : null;
}
