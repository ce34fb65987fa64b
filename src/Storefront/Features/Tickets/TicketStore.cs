using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>Loads tickets for rules, and writes what rules made of them with their clocks and events. For actions, inside their transaction.</summary>
public sealed class TicketStore(Handbooks handbooks)
{
    /// <summary>How the house sorts and orders tickets now.</summary>
    public TicketPolicy Policy => handbooks.Present.Tickets;

    /// <summary>When the house is open.</summary>
    public BusinessCalendar Calendar => handbooks.Present.Calendar;

    /// <summary>One ticket of the account; null when it has no such one.</summary>
    public async Task<CurrentTicket?> FindAsync(StorefrontDb db, AccountId account, TicketId id, CancellationToken cancellationToken) =>
        await db.Set<Ticket>().SingleOrDefaultAsync(ticket => ticket.AccountId == account && ticket.Id == id, cancellationToken) is { } row
            ? await LoadAsync(db, row, cancellationToken)
            : null;

    /// <summary>The account's tickets to which the clock does something by then.</summary>
    public async Task<IReadOnlyList<CurrentTicket>> FindDueAsync(
        StorefrontDb db, AccountId account, Instant now, CancellationToken cancellationToken)
    {
        var due = new List<CurrentTicket>();
        foreach (var row in await db.Set<Ticket>().Where(ticket => ticket.AccountId == account && ticket.NextDueAt <= now)
            .OrderBy(ticket => ticket.NextDueAt).ThenBy(ticket => ticket.Number).ToListAsync(cancellationToken))
        {
            due.Add(await LoadAsync(db, row, cancellationToken));
        }

        return due;
    }

    /// <summary>What promises are computed from for tickets that were opened under a version of the handbook.</summary>
    public async Task<TicketTerms> TermsAsync(StorefrontDb db, AccountId account, string handbookVersion, CancellationToken cancellationToken)
    {
        var plan = await db.Set<PlanSubscription>()
            .Where(row => row.AccountId == account && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => row.PlanKey).FirstOrDefaultAsync(cancellationToken);
        var sold = await handbooks.OfVersionAsync(db, handbookVersion, cancellationToken);
        return new TicketTerms(sold.Tickets.Targets, plan, handbooks.Present.Calendar, Policy.Turns);
    }

    /// <summary>
    /// Lets the promise of the next ticket run, where it is kept for one of the account's at a time (FEN-16). What was done to the others
    /// is in the database.
    /// </summary>
    public async Task TakeTurnsAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var own = scope.Db.Set<Ticket>().Where(ticket => ticket.AccountId == scope.AccountId);
        if (Policy.Turns is not { } turns
            || !await own.AnyAsync(ticket => ticket.WaitsForTurn && ticket.Status != TicketStatus.Scheduled, cancellationToken))
        {
            return;
        }

        var found = new Dictionary<TicketId, CurrentTicket>();
        var rows = await own.Unfinished().ToListAsync(cancellationToken);
        rows.AddRange(await own.Finished().Where(ticket => ticket.WaitsForTurn).ToListAsync(cancellationToken));
        foreach (var row in rows)
        {
            found[row.Id] = await LoadAsync(scope.Db, row, cancellationToken);
        }

        foreach (var next in TicketTurns.Next(found.Values.Select(ticket => TurnOf(ticket.Row, ticket.State, ticket.Terms, scope.Now)), turns))
        {
            Save(scope, found[next.State.Id], TicketTurns.Begin(next, scope.Now));
        }
    }

    internal static TurnTicket TurnOf(Ticket row, TicketState state, TicketTerms terms, Instant now) => new(
        state, row.Number, row.ClassRank, terms.Of(state, now).FirstOrDefault(target => target.Kind == terms.Turns?.Target));

    /// <summary>Writes what a rule did to a ticket that was just built or loaded in this transaction.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="change">What became of it.</param>
    /// <param name="before">What else happened to it, told first.</param>
    public void Save(AccountScope scope, CurrentTicket ticket, TicketChange change, params IReadOnlyList<TicketLogged> before)
    {
        var row = ticket.Row;
        row.Update(change.Ticket);
        row.ClassRank = Policy.FindClass(row.ClassKey)?.Rank ?? row.ClassRank;
        WriteSegments(scope, ticket, change.Ticket);
        foreach (var happened in before)
        {
            Tell(scope, row, happened);
        }

        foreach (var happened in change.Events)
        {
            if (TicketEventLog.Of(row, happened) is { } logged)
            {
                Tell(scope, row, logged);
                KeepReason(scope, row, happened);
            }
        }

        var targets = ticket.Terms.Of(change.Ticket, scope.Now);
        row.NextDueAt = WatchTargets(scope, ticket, change.Ticket, targets);
        var promise = NextPromise.Of(targets);
        row.PromiseDueAt = promise?.DueAt ?? Ticket.NoPromise;
        row.PromiseRisksFrom = promise?.RisksFrom ?? Ticket.NoPromise;
        row.PromisedUnder = TicketPromises.MarkOf(handbooks.Present, ticket.Terms.PlanKey);
    }

    private async Task<CurrentTicket> LoadAsync(StorefrontDb db, Ticket row, CancellationToken cancellationToken)
    {
        var segments = await db.Set<TicketSegmentRow>().Where(segment => segment.AccountId == row.AccountId && segment.TicketId == row.Id)
            .OrderBy(segment => segment.Index).ToListAsync(cancellationToken);
        var notes = await db.Set<TargetNote>().Where(note => note.AccountId == row.AccountId && note.TicketId == row.Id).ToListAsync(cancellationToken);
        var terms = await TermsAsync(db, row.AccountId, row.HandbookVersion, cancellationToken);
        return new CurrentTicket(row, row.ToDomain(segments), terms, segments, notes);
    }

    private static void Tell(AccountScope scope, Ticket row, TicketLogged happened)
    {
        row.LastSequence = scope.Append(happened);
        row.UpdatedAt = scope.Now;
    }

    private static void KeepReason(AccountScope scope, Ticket row, TicketEvent happened)
    {
        if (happened is Domain.Tickets.TicketClassified { Reason: { } reason })
        {
            scope.Db.Add(new TicketClassReason { AccountId = row.AccountId, TicketId = row.Id, Sequence = row.LastSequence, Reason = reason });
        }
    }

    private static void WriteSegments(AccountScope scope, CurrentTicket ticket, TicketState state)
    {
        for (var index = 0; index < state.Segments.Length; index++)
        {
            var segment = state.Segments[index];
            if (index < ticket.Segments.Count)
            {
                var kept = ticket.Segments[index];
                (kept.From, kept.To, kept.Pause) = segment;
            }
            else
            {
                scope.Db.Add(new TicketSegmentRow
                {
                    AccountId = scope.AccountId,
                    TicketId = state.Id,
                    Index = index,
                    From = segment.From,
                    To = segment.To,
                    Pause = segment.Pause,
                });
            }
        }

        scope.Db.RemoveRange(ticket.Segments.Skip(state.Segments.Length));
    }

    /// <summary>Tells, once each, which promises were missed and which are about to be; gives when it has to be looked at again.</summary>
    private static Instant? WatchTargets(AccountScope scope, CurrentTicket ticket, TicketState state, IEnumerable<TargetProgress> targets)
    {
        var next = state.DueAt;
        foreach (var target in targets)
        {
            var note = new Lazy<TargetNote>(() => NoteOf(scope, ticket, target.Kind));
            if (target is { State: TargetState.Missed, MetAt: null, DueAt: { } missed } && note.Value.MissedAt is null)
            {
                note.Value.MissedAt = scope.Now;
                Tell(scope, ticket.Row, new TicketTargetMissed(state.Id, target.Kind, missed));
            }
            else if (target is { State: TargetState.Running, DueAt: { } due } && TargetWarning.At(target)?.Stored() is { } warning)
            {
                if (warning > scope.Now)
                {
                    next = Earlier(next, warning);
                    continue;
                }

                if (note.Value.WarnedOf != due.Stored())
                {
                    note.Value.WarnedOf = due.Stored();
                    scope.AppendStaff(new TicketTargetWarned(state.Id, target.Kind, due));
                }

                // Due is still in time: it is missed from the next instant that the store can tell.
                next = Earlier(next, due.Stored() + Duration.FromTicks(10));
            }
        }

        return next;
    }

    private static TargetNote NoteOf(AccountScope scope, CurrentTicket ticket, TargetKind kind)
    {
        var notes = scope.Db.Set<TargetNote>();
        if (notes.Local.FirstOrDefault(note => note.TicketId == ticket.Row.Id && note.ClassKey == ticket.Row.ClassKey && note.Kind == kind) is { } known)
        {
            return known;
        }

        var note = new TargetNote { AccountId = scope.AccountId, TicketId = ticket.Row.Id, ClassKey = ticket.Row.ClassKey, Kind = kind };
        notes.Add(note);
        return note;
    }

    private static Instant Earlier(Instant? one, Instant other) => one < other ? one.Value : other;
}
