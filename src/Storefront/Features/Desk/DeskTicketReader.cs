using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Desk;

/// <summary>A ticket with everything that staff need beside it.</summary>
public sealed class DeskTicketReader(
    IDbContextFactory<StorefrontDb> contexts, TicketReader tickets, DeskQueueReader queue, DeskAccountReader accounts, EventLogReader log, ClassReasons reasons,
    TicketStore policy)
{
    /// <summary>How many events of a ticket are shown.</summary>
    private const int MostEvents = 500;

    /// <summary>The ticket of that number, whosever it is; null when there is none.</summary>
    public async Task<DeskTicket?> FindAsync(int number, CancellationToken cancellationToken)
    {
        if (await tickets.FindForStaffAsync(number, cancellationToken) is not { } key
            || await tickets.FindAsync(key.AccountId, number, cancellationToken) is not { } details)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = (await accounts.ReadAsync(db, [key.AccountId], cancellationToken))[key.AccountId];
        var all = await queue.ReadAccountAsync(key.AccountId, cancellationToken);
        var happened = await log.ReadAsync(key.AccountId, EventStream.Customer, after: 0, key.Id, MostEvents, cancellationToken);
        return new DeskTicket(
            key,
            details,
            customer,
            await db.Set<PlanSubscription>().Where(row => row.AccountId == key.AccountId && row.Status != PlanSubscriptionStatus.Canceled)
                .Select(row => (PlanSubscriptionStatus?)row.Status).SingleOrDefaultAsync(cancellationToken),
            await DeskAccountReader.ReadPeopleAsync(db, key.AccountId, cancellationToken),
            await NameAsync(db, details.Ticket.OpenedBy, cancellationToken) ?? "",
            details.Ticket.AssigneeId is { } assignee ? await NameAsync(db, assignee, cancellationToken) : null,
            await NotesAsync(db, key, cancellationToken),
            happened,
            await reasons.ReadAsync(details.Ticket, happened, cancellationToken),
            [.. all.Where(entry => entry is { IsDone: false } && entry.Ticket.Id != key.Id)],
            policy.Policy.FindKind(details.Ticket.KindKey) is { } kind
                ? TicketSteps.From(details.State, kind, TicketActor.Staff)
                : TicketSteps.From(details.State.Status, TicketActor.Staff));
    }

    /// <summary>What staff wrote for each other on the ticket of that number, in order; nothing when there is no such ticket.</summary>
    public async Task<IReadOnlyList<StaffNoteView>> FindNotesAsync(int number, CancellationToken cancellationToken)
    {
        if (await tickets.FindForStaffAsync(number, cancellationToken) is not { } key)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await NotesAsync(db, key, cancellationToken);
    }

    private static Task<string?> NameAsync(StorefrontDb db, UserId id, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == id).Select(user => (string?)user.DisplayName).SingleOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<StaffNoteView>> NotesAsync(StorefrontDb db, TicketKey key, CancellationToken cancellationToken) => await (
        from note in db.Set<StaffNote>().AsNoTracking()
        join user in db.Users on note.AuthorId equals user.Id into authors
        from author in authors.DefaultIfEmpty()
        where note.AccountId == key.AccountId && note.TicketId == key.Id
        orderby note.At, note.Id
        select new StaffNoteView(note, author.DisplayName ?? "")).ToListAsync(cancellationToken);
}
