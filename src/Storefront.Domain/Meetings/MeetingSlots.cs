using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Houses;

namespace Storefront.Domain.Meetings;

/// <summary>Time that a meeting takes.</summary>
/// <param name="Time">From its beginning to its end, exclusive.</param>
/// <param name="Seat">Which of the meetings held at once it is, from 0.</param>
public readonly record struct TakenTime(Interval Time, int Seat);

/// <summary>
/// When a house can meet somebody: pieces of its opening hours of one meeting's length, one after another from each opening, as long as fewer meetings
/// than it holds at once touch them.
/// </summary>
public static class MeetingSlots
{
    /// <summary>The free ones, in order.</summary>
    /// <param name="policy">How long they are, how soon and how far ahead they can be booked, how many are held at once.</param>
    /// <param name="calendar">When the house is open.</param>
    /// <param name="taken">Meetings that were agreed and not called off.</param>
    /// <param name="now">The present.</param>
    public static IEnumerable<Interval> Free(MeetingPolicy policy, BusinessCalendar calendar, IReadOnlyCollection<TakenTime> taken, Instant now)
    {
        var (first, last) = Bookable(policy, now);
        for (var date = calendar.DateOf(first); date <= calendar.DateOf(last); date = date.PlusDays(1))
        {
            foreach (var slot in calendar.PiecesOf(date, Duration.FromMinutes(policy.Minutes)))
            {
                if (slot.Start >= first && slot.Start <= last && SeatIn(policy, slot, taken) is not null)
                {
                    yield return slot;
                }
            }
        }
    }

    /// <summary>The piece that begins then; null when none does, or when it is too soon or too far ahead.</summary>
    public static Interval? Find(MeetingPolicy policy, BusinessCalendar calendar, Instant start, Instant now)
    {
        var (first, last) = Bookable(policy, now);
        return start >= first && start <= last
            ? calendar.PiecesOf(calendar.DateOf(start), Duration.FromMinutes(policy.Minutes))
                .Where(slot => slot.Start == start).Select(slot => (Interval?)slot).FirstOrDefault()
            : null;
    }

    /// <summary>Which of the meetings held at once it would be, from 0; null when there are as many already.</summary>
    public static int? SeatIn(MeetingPolicy policy, Interval slot, IReadOnlyCollection<TakenTime> taken)
    {
        var touching = taken.Where(other => other.Time.Start < slot.End && slot.Start < other.Time.End).ToList();
        return touching.Count < policy.AtOnce ? Enumerable.Range(0, policy.AtOnce).First(seat => touching.All(other => other.Seat != seat)) : null;
    }

    /// <summary>Whether one that begins then can still be moved or called off.</summary>
    public static bool CanChange(MeetingPolicy policy, Instant start, Instant now) => start >= now + Duration.FromHours(policy.NoticeHours);

    private static (Instant First, Instant Last) Bookable(MeetingPolicy policy, Instant now) =>
        (now + Duration.FromHours(policy.NoticeHours), now + Duration.FromDays(policy.HorizonDays));
}
