using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>Records that a temporary solution is in place: it meets the workaround's target, and the ticket stays as open as it was (FLU-16).</summary>
public sealed class RecordWorkaround(StaffTransactions work, TicketStore tickets, TicketMessages messages, DeskMails mails)
{
    /// <summary>The ticket; recorded before, nothing changes. Or <see cref="TicketNotOpen"/>, <see cref="TextNotValid"/>.</summary>
    /// <param name="key">The ticket.</param>
    /// <param name="description">What the customer can do meanwhile, in Markdown, sent as an answer; null or empty for none.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, string? description, Viewer staff, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return work.ChangeAsync(key, staff, (scope, ticket) => TicketRules.RecordWorkaround(ticket, scope.Now), cancellationToken);
        }

        return TicketText.CheckBody(description, tickets.Policy.Limits).TryGet(out var body, out var fault)
            ? work.RunAsync<Ticket>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var recorded = TicketRules.RecordWorkaround(ticket.State, scope.Now);
                    if (recorded.IsRefused || recorded.Value.Events.IsEmpty)
                    {
                        return recorded.Map(_ => ticket.Row);
                    }

                    var answered = TicketRules.Reply(recorded.Value.Ticket, TicketActor.Staff, scope.Now).Value;
                    var message = await messages.AddAsync(scope, ticket.Row.Id, body, staff.UserId, fromStaff: true, [], token);
                    tickets.Save(
                        scope,
                        ticket,
                        answered with { Events = [.. recorded.Value.Events, .. answered.Events] },
                        TicketReplied.Of(message.Value));
                    await mails.RepliedAsync(scope, ticket.Row, staff.Name, body, token);
                    return ticket.Row;
                },
                cancellationToken)
            : Task.FromResult<Result<Ticket>>(fault);
    }
}
