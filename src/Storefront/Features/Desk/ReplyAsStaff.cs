using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Drafts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <param name="Body">Markdown.</param>
/// <param name="Attachments">Files that the same person uploaded for the ticket's account.</param>
/// <param name="WaitsForCustomer">Whether the ticket then waits for the customer, its clocks standing still (COM-03).</param>
/// <param name="IdempotencyKey">The same key and input again say nothing more; null when the caller has none.</param>
public sealed record StaffReplyInput(
    string? Body, IReadOnlyList<AttachmentId> Attachments, bool WaitsForCustomer = false, string? IdempotencyKey = null);

/// <summary>The house answers: the first answer meets its target, and the account's members are told by mail.</summary>
public sealed class ReplyAsStaff(StaffTransactions work, TicketStore tickets, TicketMessages messages, DeskMails mails)
{
    private const string Operation = "ticket.staff-reply";

    /// <returns>The message, or why not: <see cref="TextNotValid"/>, <see cref="TicketNotOpen"/>, <see cref="TooManyAttachments"/> …</returns>
    public Task<Result<TicketMessageId>> HandleAsync(
        TicketKey key, StaffReplyInput input, Viewer staff, CancellationToken cancellationToken) =>
        TicketText.CheckBody(input.Body, tickets.Policy.Limits).TryGet(out var body, out var fault)
            ? work.RunAsync<TicketMessageId>(
                key,
                staff,
                (scope, ticket, token) => input.IdempotencyKey is { } once
                    ? scope.OnceAsync(Operation, once, new { key, input }, () => ReplyAsync(scope, ticket, input, body, staff, token), token)
                    : ReplyAsync(scope, ticket, input, body, staff, token),
                cancellationToken)
            : Task.FromResult<Result<TicketMessageId>>(fault);

    private async Task<Result<TicketMessageId>> ReplyAsync(
        AccountScope scope, CurrentTicket ticket, StaffReplyInput input, string body, Viewer staff, CancellationToken cancellationToken)
    {
        if (!Decide(ticket.State, input, scope).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        if (!(await messages.AddAsync(scope, ticket.State.Id, body, staff.UserId, fromStaff: true, input.Attachments, cancellationToken))
            .TryGet(out var message, out var notAttached))
        {
            return notAttached;
        }

        tickets.Save(scope, ticket, change, TicketReplied.Of(message));
        await scope.ForgetDraftAsync(ticket.State.Id, staff.UserId, DraftKind.Reply, cancellationToken);
        await mails.RepliedAsync(scope, ticket.Row, staff.Name, body, cancellationToken);
        return message.Id;
    }

    private Result<TicketChange> Decide(TicketState ticket, StaffReplyInput input, AccountScope scope)
    {
        var replied = TicketRules.Reply(ticket, TicketActor.Staff, scope.Now);
        return input.WaitsForCustomer
            ? replied.Then(first => TicketRules.Move(first.Ticket, tickets.Policy, TicketStatus.WaitingForCustomer, TicketActor.Staff, scope.Now)
                .Map(then => then with { Events = [.. first.Events, .. then.Events] }))
            : replied;
    }
}
