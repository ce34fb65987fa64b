using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>A meeting in a list of the desk.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Account">Name of its account; null for a visitor's.</param>
/// <param name="IsDelicate">Whether that account is delicate; customers never see it (SEN-02).</param>
/// <param name="Ticket">Number of the ticket that it is about; null for none.</param>
/// <param name="Host">Who holds it; null for whoever has time.</param>
public sealed record DeskMeeting(Meeting Meeting, string? Account, bool IsDelicate, int? Ticket, string? Host);

/// <summary>Reads meetings and the times that are free.</summary>
public sealed class MeetingReader(IDbContextFactory<StorefrontDb> contexts, MeetingBook book, BusinessClock clock)
{
    /// <summary>How many a list shows.</summary>
    public const int Most = 100;

    /// <summary>One meeting, whoever's; null when there is none.</summary>
    public async Task<Meeting?> FindAsync(MeetingId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == id, cancellationToken);
    }

    /// <summary>Every time that is free, in order.</summary>
    public async Task<IReadOnlyList<Interval>> FreeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await book.FreeAsync(db, clock.GetCurrentInstant(), cancellationToken);
    }

    /// <summary>The account's meetings that are not over, the next first; then, the latest first, those that are over or were called off.</summary>
    public async Task<(IReadOnlyList<Meeting> Coming, IReadOnlyList<Meeting> Past)> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Meeting>().AsNoTracking().Where(meeting => meeting.AccountId == account)
            .OrderByDescending(meeting => meeting.StartsAt).Take(Most).ToListAsync(cancellationToken);
        var coming = rows.Where(meeting => meeting.Status == MeetingStatus.Booked && meeting.EndsAt > now).Reverse().ToList();
        return (coming, [.. rows.Except(coming)]);
    }

    /// <summary>A ticket's meetings that were not called off, in order.</summary>
    public async Task<IReadOnlyList<Meeting>> OfTicketAsync(AccountId account, TicketId ticket, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Meeting>().AsNoTracking()
            .Where(meeting => meeting.AccountId == account && meeting.TicketId == ticket && meeting.Status == MeetingStatus.Booked)
            .OrderBy(meeting => meeting.StartsAt).ToListAsync(cancellationToken);
    }

    /// <summary>The house's meetings that are not over and were not called off, the next first.</summary>
    public async Task<IReadOnlyList<DeskMeeting>> ForStaffAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from meeting in db.Set<Meeting>().AsNoTracking()
            where meeting.Status == MeetingStatus.Booked && meeting.EndsAt > now
            join row in db.Set<Account>() on meeting.AccountId equals (AccountId?)row.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby meeting.StartsAt, meeting.Seat
            select new DeskMeeting(
                meeting,
                account == null ? null : account.Name,
                account != null && account.IsDelicate,
                db.Set<Ticket>().Where(ticket => ticket.AccountId == meeting.AccountId && ticket.Id == meeting.TicketId).Select(ticket => (int?)ticket.Number).FirstOrDefault(),
                db.Users.Where(user => user.Id == meeting.HostId).Select(user => user.DisplayName).FirstOrDefault())).Take(Most).ToListAsync(cancellationToken);
    }
}
