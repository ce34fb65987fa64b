using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Says in the house's name what came of a ticket, with the change that it is about; the account's members are told by mail.</summary>
public sealed class IntakeAnswers(TicketStore tickets, TicketMessages messages, DeskMails mails)
{
    public async Task<TicketMessageId> SayAsync(
        AccountScope scope, CurrentTicket ticket, TicketChange change, string body, Viewer staff, CancellationToken cancellationToken, params TicketLogged[] before)
    {
        var message = (await messages.AddAsync(scope, ticket.Row.Id, body, staff.UserId, fromStaff: true, [], cancellationToken)).Value;
        tickets.Save(scope, ticket, change, [TicketReplied.Of(message), .. before]);
        await mails.RepliedAsync(scope, ticket.Row, staff.Name, body, cancellationToken);
        return message.Id;
    }
}
