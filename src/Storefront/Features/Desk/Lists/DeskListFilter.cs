using System.Globalization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Desk.Lists;

/// <summary>Narrows tickets to what is looked at, in the database.</summary>
internal static class DeskListFilter
{
    private const int MostWords = 10;

    public static IQueryable<Ticket> Showing(this IQueryable<Ticket> tickets, DeskFilter show, UserId viewer, Instant now) => show switch
    {
        DeskFilter.Open => tickets.Unfinished().Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Assessing
            || ticket.Status == TicketStatus.Planned || ticket.Status == TicketStatus.InProgress),
        DeskFilter.Mine => tickets.Unfinished().Where(ticket => ticket.AssigneeId == viewer),
        DeskFilter.Unassigned => tickets.Unfinished().Where(ticket => ticket.AssigneeId == null),
        DeskFilter.Unconfirmed => tickets.Unfinished().Where(ticket => !ticket.ClassConfirmed),
        DeskFilter.Urgent => tickets.Unfinished().Where(ticket => ticket.PromiseRisksFrom <= now),
        DeskFilter.Waiting => tickets.Unfinished()
            .Where(ticket => ticket.Status == TicketStatus.WaitingForCustomer || ticket.Status == TicketStatus.AwaitingApproval),
        DeskFilter.Scheduled => tickets.Unfinished().Where(ticket => ticket.Status == TicketStatus.Scheduled),
        DeskFilter.Done => tickets.Finished(),
    };

    /// <summary>All of the query but the view and the status.</summary>
    public static IQueryable<Ticket> Narrowed(this IQueryable<Ticket> tickets, StorefrontDb db, DeskListQuery query, UserId viewer)
    {
        if (!string.IsNullOrWhiteSpace(query.Class))
        {
            tickets = tickets.Where(ticket => ticket.ClassKey == query.Class);
        }

        if (!string.IsNullOrWhiteSpace(query.Plan))
        {
            tickets = tickets.Where(ticket => db.Set<PlanSubscription>().Any(row => row.AccountId == ticket.AccountId
                && row.Status != PlanSubscriptionStatus.Canceled && row.PlanKey == query.Plan));
        }

        if (query.Assignee == DeskListQuery.Nobody)
        {
            tickets = tickets.Where(ticket => ticket.AssigneeId == null);
        }
        else if (query.AssigneeOf(viewer) is { } assignee)
        {
            tickets = tickets.Where(ticket => ticket.AssigneeId == assignee);
        }

        if (query.Account is { } id)
        {
            var account = new AccountId(id);
            tickets = tickets.Where(ticket => ticket.AccountId == account);
        }

        return tickets.Found(db, query.Search);
    }

    /// <summary>Those in which every word is found: as the number, in the subject or in the customer's name, whatever capitals and accents.</summary>
    private static IQueryable<Ticket> Found(this IQueryable<Ticket> tickets, StorefrontDb db, string? search)
    {
        var words = FoldedText.Of(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var word in words.Take(MostWords))
        {
            var number = int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            tickets = tickets.Where(ticket => ticket.Number == number || ticket.FoldedSubject.Contains(word)
                || db.Set<Account>().Any(account => account.Id == ticket.AccountId && account.FoldedName.Contains(word)));
        }

        return tickets;
    }
}
