using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Meetings;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>The house's time for meetings: who has which.</summary>
public sealed class MeetingBook(Handbook handbook)
{
    /// <summary>The kind of due work that tells of a meeting.</summary>
    public const string TellWork = "meeting.tell";

    /// <summary>The counter that whoever takes time holds until the end of its transaction, so that two never take the same.</summary>
    private const string Counter = "meetings";

    private MeetingPolicy Policy => handbook.Meetings;

    /// <summary>Gives the time that begins then, or refuses: nobody else takes any until the transaction ends.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="start">When it is to begin.</param>
    /// <param name="now">The present, which is later than the transaction's while an account is brought up to date.</param>
    /// <param name="except">The meeting that moves, whose own time is free for it; null for a new one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<TakenTime>> TakeAsync(StoreScope scope, Instant start, Instant now, MeetingId? except, CancellationToken cancellationToken)
    {
        if (MeetingSlots.Find(Policy, handbook.Calendar, start, now) is not { } slot)
        {
            return new MeetingTimeNotOffered(start);
        }

        await scope.NextNumberAsync(Counter, cancellationToken);
        var taken = await TakenAsync(scope.Db, slot.Start, slot.End, except, cancellationToken);
        return MeetingSlots.SeatIn(Policy, slot, taken) is { } seat ? new TakenTime(slot, seat) : new MeetingTimeTaken(start);
    }

    /// <summary>The first time that is free from an instant on; null when nothing is as far as can be booked.</summary>
    public async Task<TakenTime?> TakeFirstAsync(StoreScope scope, Instant from, Instant now, CancellationToken cancellationToken)
    {
        await scope.NextNumberAsync(Counter, cancellationToken);
        var taken = await TakenAsync(scope.Db, now, now + Duration.FromDays(Policy.HorizonDays + 1), null, cancellationToken);
        return MeetingSlots.Free(Policy, handbook.Calendar, taken, now).Where(slot => slot.Start >= from)
            .Select(slot => (TakenTime?)new TakenTime(slot, MeetingSlots.SeatIn(Policy, slot, taken)!.Value)).FirstOrDefault();
    }

    /// <summary>Every time that is free now, in order.</summary>
    public async Task<IReadOnlyList<Interval>> FreeAsync(StorefrontDb db, Instant now, CancellationToken cancellationToken) =>
        [
            .. MeetingSlots.Free(
                Policy,
                handbook.Calendar,
                await TakenAsync(db, now, now + Duration.FromDays(Policy.HorizonDays + 1), null, cancellationToken),
                now),
        ];

    /// <summary>How many meetings that are to come an address has agreed on.</summary>
    public static Task<int> ComingAsync(StoreScope scope, string email, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        return scope.Db.Set<Meeting>().CountAsync(
            meeting => meeting.Email == email && meeting.Status == MeetingStatus.Booked && meeting.StartsAt > now && meeting.FollowUpOf == null,
            cancellationToken);
    }

    /// <summary>Records that a meeting changed, for who follows its account or ticket, and has who comes told of it.</summary>
    public static async Task ChangedAsync(StoreScope scope, Meeting meeting, CancellationToken cancellationToken)
    {
        if (scope is AccountScope account)
        {
            account.Append(meeting.TicketId is { } ticket
                ? new TicketMeetingChanged(ticket, meeting.Id, meeting.Status, meeting.StartsAt)
                : new MeetingChanged(meeting.Id, meeting.Kind, meeting.Status, meeting.StartsAt));
        }

        await scope.ScheduleAsync(TellWork, $"meeting:{meeting.Id.Value:N}", scope.Now, meeting.AccountId, meeting.Id.ToString(), cancellationToken);
    }

    private static async Task<IReadOnlyList<TakenTime>> TakenAsync(
        StorefrontDb db, Instant from, Instant to, MeetingId? except, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Meeting>().AsNoTracking()
            .Where(meeting => meeting.Status == MeetingStatus.Booked && meeting.StartsAt < to && meeting.EndsAt > from && meeting.Id != except)
            .Select(meeting => new { meeting.StartsAt, meeting.EndsAt, meeting.Seat }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TakenTime(new Interval(row.StartsAt, row.EndsAt), row.Seat))];
    }
}
