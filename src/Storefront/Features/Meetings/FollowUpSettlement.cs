using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Meetings;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Entitlements;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>
/// Plans the follow-up meetings that an account's plan includes (FEN-18): one for each run of days, two weeks before the run begins, at its first free
/// time and not before two business days, with who looks after the account. What the plan does not include any more is called off.
/// </summary>
internal sealed class FollowUpSettlement(MeetingBook book, PlanServices services, Handbook handbook, BusinessClock clock) : IAccountSettlement
{
    /// <summary>So that nobody is invited for today.</summary>
    private const int BusinessDaysAhead = 2;

    /// <summary>How many days before a run begins its meeting is planned.</summary>
    private const int LeadDays = 14;

    private readonly bool isOffered = handbook.Plans.AllEntitlements.Any(entitlement => entitlement.Provides
        is PlanService.WeeklyMeeting or PlanService.FortnightlyMeeting or PlanService.MonthlyMeeting);

    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (!isOffered)
        {
            return null;
        }

        // Runs that are over are not planned for any more, however long the server stood still.
        var now = clock.GetCurrentInstant();
        if (await SoldAsync(scope, now, cancellationToken) is not var (sold, service))
        {
            return await ObsoleteAsync(scope, now, cancellationToken) is { Count: > 0 } ? scope.Now : null;
        }

        // What is not paid for is not planned for; nor is what was planned called off while it may yet be paid.
        return sold.Status != PlanSubscriptionStatus.Active ? null
            : await MissingAsync(scope, sold, service, now, cancellationToken) is { Count: > 0 } ? scope.Now
            : handbook.Zone.AtStartOfDay(RunsAhead(sold, service, now)[^1].End.PlusDays(-LeadDays)).ToInstant();
    }

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await SoldAsync(scope, now, cancellationToken) is not var (sold, service))
        {
            foreach (var obsolete in await ObsoleteAsync(scope, now, cancellationToken))
            {
                (obsolete.Status, obsolete.CanceledAt) = (MeetingStatus.Canceled, now);
                obsolete.Sequence++;
                await MeetingBook.ChangedAsync(scope, obsolete, cancellationToken);
            }

            return;
        }

        var owner = await OwnerAsync(scope, cancellationToken);
        var contact = await ContactAsync(scope, cancellationToken);
        var soonest = handbook.Calendar.AddBusinessDays(now, BusinessDaysAhead);
        foreach (var run in await MissingAsync(scope, sold, service, now, cancellationToken))
        {
            var from = Instant.Max(soonest, handbook.Zone.AtStartOfDay(run).ToInstant());
            var time = owner is null ? null : await book.TakeFirstAsync(scope, from, now, cancellationToken);
            var meeting = New(scope, run, owner, time, now, contact);
            scope.Db.Add(meeting);
            if (meeting.Status == MeetingStatus.Booked)
            {
                await MeetingBook.ChangedAsync(scope, meeting, cancellationToken);
            }

            await scope.Db.SaveChangesAsync(cancellationToken);
        }
    }

    // Without anybody to invite or any time the run stays on record as one in which none was held.
    private static Meeting New(AccountScope scope, LocalDate run, User? owner, TakenTime? time, Instant now, UserId? contact) => new()
    {
        Id = MeetingId.New(now),
        AccountId = scope.AccountId,
        Kind = MeetingKind.FollowUp,
        Name = owner?.DisplayName ?? "",
        Email = owner?.Email ?? "",
        Language = owner?.Language ?? scope.Account.Language,
        TimeZone = owner?.TimeZone ?? scope.Account.TimeZone,
        StartsAt = time?.Time.Start ?? now,
        EndsAt = time?.Time.End ?? now,
        Seat = time?.Seat ?? 0,
        Status = time is null ? MeetingStatus.Canceled : MeetingStatus.Booked,
        CanceledAt = time is null ? now : null,
        BookedAt = now,
        HostId = contact,
        FollowUpOf = run,
    };

    /// <summary>What includes follow-ups: the subscription that runs, also while its payment is late, and how often; null without.</summary>
    private async Task<(PlanSubscription Sold, PlanService Service)?> SoldAsync(AccountScope scope, Instant now, CancellationToken cancellationToken)
    {
        var sold = await scope.Db.Set<PlanSubscription>().SingleOrDefaultAsync(
            row => row.AccountId == scope.AccountId && (row.Status == PlanSubscriptionStatus.Active || row.Status == PlanSubscriptionStatus.PastDue),
            cancellationToken);
        if (sold is null || sold.Anchor > handbook.Calendar.DateOf(now))
        {
            return null;
        }

        var included = await services.OfAsync(scope.Db, sold.HandbookVersion, sold.PlanKey, cancellationToken);
        return FollowUps.Of(included.Select(entitlement => entitlement.Provides).OfType<PlanService>()) is { } service ? (sold, service) : null;
    }

    /// <summary>The run of today and those that begin within <see cref="LeadDays"/>, in order.</summary>
    private List<(LocalDate Start, LocalDate End)> RunsAhead(PlanSubscription sold, PlanService service, Instant now)
    {
        var today = handbook.Calendar.DateOf(now);
        var runs = new List<(LocalDate Start, LocalDate End)> { FollowUps.RunOf(service, sold.Anchor, today) };
        while (runs[^1].End <= today.PlusDays(LeadDays))
        {
            runs.Add(FollowUps.RunOf(service, sold.Anchor, runs[^1].End));
        }

        return runs;
    }

    /// <summary>The first days of those runs for which nothing was planned.</summary>
    private async Task<List<LocalDate>> MissingAsync(
        AccountScope scope, PlanSubscription sold, PlanService service, Instant now, CancellationToken cancellationToken)
    {
        var runs = RunsAhead(sold, service, now);
        var (first, last) = (runs[0].Start, runs[^1].End);
        var planned = await scope.Db.Set<Meeting>()
            .Where(meeting => meeting.AccountId == scope.AccountId && meeting.FollowUpOf >= first && meeting.FollowUpOf < last)
            .Select(meeting => meeting.FollowUpOf!.Value).ToListAsync(cancellationToken);
        return [.. runs.Where(run => !planned.Any(day => day >= run.Start && day < run.End)).Select(run => run.Start)];
    }

    private static async Task<List<Meeting>> ObsoleteAsync(AccountScope scope, Instant now, CancellationToken cancellationToken) =>
        await scope.Db.Set<Meeting>().Where(meeting => meeting.AccountId == scope.AccountId && meeting.FollowUpOf != null
            && meeting.Status == MeetingStatus.Booked && meeting.StartsAt > now).ToListAsync(cancellationToken);

    private static Task<User?> OwnerAsync(AccountScope scope, CancellationToken cancellationToken) =>
        scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId && member.Role == MemberRole.Owner).OrderBy(member => member.JoinedAt)
            .Join(scope.Db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => !user.IsErased && user.EmailConfirmed && user.Email != null).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    private static Task<UserId?> ContactAsync(AccountScope scope, CancellationToken cancellationToken) =>
        scope.Db.Set<AccountCare>().Where(care => care.AccountId == scope.AccountId).Select(care => care.ContactId).SingleOrDefaultAsync(cancellationToken);
}
