using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Meetings;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>
/// Moves a meeting or calls it off: whoever has its sealed link, its account's members, and staff, who can at any time before its end. The calendar's
/// entry keeps its id and counts on.
/// </summary>
public sealed class ChangeMeeting(AccountTransactions transactions, MeetingBook book, MeetingReader reader, Handbook handbook)
{
    /// <summary>Done, or <see cref="MeetingNotChangeable"/>, <see cref="MeetingTimeTaken"/>, <see cref="MeetingTimeNotOffered"/>, <see cref="NotFound"/>.</summary>
    /// <param name="id">The meeting; whether who asks may know it was asked before.</param>
    /// <param name="start">Its new beginning.</param>
    /// <param name="byStaff">Whether the house moves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<MeetingId>> MoveAsync(MeetingId id, Instant start, bool byStaff, CancellationToken cancellationToken) => RunAsync(
        id,
        byStaff,
        async (scope, meeting, token) =>
        {
            if (meeting.StartsAt == start)
            {
                return meeting.Id;
            }

            if (!(await book.TakeAsync(scope, start, scope.Now, meeting.Id, token)).TryGet(out var time, out var refusal))
            {
                return refusal;
            }

            (meeting.StartsAt, meeting.EndsAt, meeting.Seat) = (time.Time.Start, time.Time.End, time.Seat);
            meeting.Sequence++;
            await MeetingBook.ChangedAsync(scope, meeting, token);
            return meeting.Id;
        },
        cancellationToken);

    /// <summary>Done, also when it was called off before; or <see cref="MeetingNotChangeable"/>, <see cref="NotFound"/>.</summary>
    public Task<Result<MeetingId>> CancelAsync(MeetingId id, bool byStaff, CancellationToken cancellationToken) => RunAsync(
        id,
        byStaff,
        async (scope, meeting, token) =>
        {
            (meeting.Status, meeting.CanceledAt) = (MeetingStatus.Canceled, scope.Now);
            meeting.Sequence++;
            await MeetingBook.ChangedAsync(scope, meeting, token);
            return meeting.Id;
        },
        cancellationToken,
        isDone: meeting => meeting.Status == MeetingStatus.Canceled);

    /// <summary>Whether who asks may change a meeting: a member of its account who may write, or staff.</summary>
    public static bool MayChange(Viewer? viewer, Meeting meeting) => viewer is not null
        && (viewer.IsStaff || (viewer.AccountId is { } account && account == meeting.AccountId && viewer.IsAtLeast(Accounts.MemberRole.Member)));

    private async Task<Result<MeetingId>> RunAsync(
        MeetingId id,
        bool byStaff,
        Func<StoreScope, Meeting, CancellationToken, Task<Result<MeetingId>>> change,
        CancellationToken cancellationToken,
        Func<Meeting, bool>? isDone = null)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } found)
        {
            return new NotFound("meeting");
        }

        async Task<Result<MeetingId>> ActAsync(StoreScope scope, CancellationToken token)
        {
            var meeting = await scope.Db.Set<Meeting>().SingleAsync(row => row.Id == id, token);
            return isDone?.Invoke(meeting) == true ? meeting.Id
                : CanChange(meeting, byStaff, scope.Now) ? await change(scope, meeting, token)
                : new MeetingNotChangeable(handbook.Meetings.NoticeHours);
        }

        return found.AccountId is { } account
            ? await transactions.RunAsync<MeetingId>(account, (scope, token) => ActAsync(scope, token), cancellationToken)
            : await transactions.RunAsync<MeetingId>((StoreScope scope, CancellationToken token) => ActAsync(scope, token), cancellationToken);
    }

    /// <summary>Whether it can still be moved or called off.</summary>
    public bool CanChange(Meeting meeting, bool byStaff, Instant now) => meeting.Status == MeetingStatus.Booked
        && (byStaff ? meeting.EndsAt > now : MeetingSlots.CanChange(handbook.Meetings, meeting.StartsAt, now));
}
