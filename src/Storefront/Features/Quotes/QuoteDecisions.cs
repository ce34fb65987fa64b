using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>What approving, declining and withdrawing have in common: the quote with its ticket, found in the account's transaction.</summary>
public sealed class QuoteDecisions(TicketStore tickets, Handbooks handbooks)
{
    /// <summary>Finds a quote of the account, its ticket's other versions and the ticket; <see cref="NotFound"/> for another's.</summary>
    public async Task<Result<OpenQuote>> FindAsync(AccountScope scope, QuoteId id, CancellationToken cancellationToken)
    {
        var ticketId = await scope.Db.Set<QuoteRow>().Where(row => row.AccountId == scope.AccountId && row.Id == id)
            .Select(row => (TicketId?)row.TicketId).SingleOrDefaultAsync(cancellationToken);
        if (ticketId is not { } found || await tickets.FindAsync(scope.Db, scope.AccountId, found, cancellationToken) is not { } ticket)
        {
            return new NotFound("quote");
        }

        var rows = await QuoteBook.LoadAsync(scope, found, cancellationToken);
        return new OpenQuote(rows.Single(row => row.Id == id), rows, ticket);
    }

    /// <summary>Writes who ended an open quote, lets its ticket go on, and tells of it. Where work is released by its payment, the ticket goes on with that (ALF-08).</summary>
    public void End(AccountScope scope, OpenQuote open, QuoteChange change, UserId by, TicketActor actor, QuoteLogged happened)
    {
        open.Row.Update(change.Quote);
        open.Row.DecidedBy = by;
        var waits = open.Row.Status == QuoteStatus.ToBePaid && handbooks.Present.Quotes.Release == QuoteRelease.Payment;
        var goesOn = waits || open.Rows.Any(row => row.Status == QuoteStatus.Open)
            ? new TicketChange(open.Ticket.State, [])
            : TicketRules.EndApproval(open.Ticket.State, actor, scope.Now);
        tickets.Save(scope, open.Ticket, goesOn, happened);
    }

    /// <summary>The members of the account who may approve quotes, with their limits.</summary>
    public static async Task<IReadOnlyList<(UserId User, QuoteApprover Approver)>> ApproversAsync(
        StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var members = await db.Set<Member>().Where(member => member.AccountId == account && member.Role != MemberRole.Viewer)
            .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { member.UserId, user.DisplayName, member.ApprovalLimitMinutes })
            .ToListAsync(cancellationToken);
        return [.. members.Select(member => (member.UserId, new QuoteApprover(member.DisplayName, member.ApprovalLimitMinutes)))];
    }

    /// <summary>The account in whose name the viewer may decide; staff decide nothing for a customer.</summary>
    public static Result<AccountId> AccountOf(Viewer viewer) => viewer.WritableAccount();
}

/// <summary>A quote in an action's transaction.</summary>
/// <param name="Row">The quote.</param>
/// <param name="Rows">All versions of its ticket's quote.</param>
/// <param name="Ticket">The ticket.</param>
public sealed record OpenQuote(QuoteRow Row, IReadOnlyList<QuoteRow> Rows, CurrentTicket Ticket)
{
    public TicketQuotes Quotes => QuoteBook.Of(Rows);
}
