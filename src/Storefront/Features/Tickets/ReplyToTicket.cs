using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Drafts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <param name="TicketId">The ticket.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Attachments">Files that the same person uploaded.</param>
/// <param name="IdempotencyKey">The same key and input again say nothing more; null when the caller has none.</param>
public sealed record ReplyToTicketInput(TicketId TicketId, string? Body, IReadOnlyList<AttachmentId> Attachments, string? IdempotencyKey);

/// <summary>A customer answers: what waited for it goes on, with its clocks; what was resolved is open again (COM-03).</summary>
public sealed class ReplyToTicket(AccountTransactions transactions, TicketStore tickets, TicketMessages messages)
{
    private const string Operation = "ticket.reply";

    /// <returns>The message.</returns>
    public async Task<Result<TicketMessageId>> HandleAsync(ReplyToTicketInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        if (!TicketText.CheckBody(input.Body, tickets.Policy.Limits).TryGet(out var body, out var fault))
        {
            return fault;
        }

        return await transactions.RunAsync<TicketMessageId>(
            account,
            async (scope, token) => input.IdempotencyKey is { } key
                ? await scope.OnceAsync(
                    Operation,
                    key,
                    new { Input = input with { Attachments = [] }, Files = await AttachmentBinding.PrintsAsync(scope, input.Attachments, viewer.UserId, token) },
                    () => ReplyAsync(scope, input, body, viewer.UserId, token),
                    token)
                : await ReplyAsync(scope, input, body, viewer.UserId, token),
            cancellationToken);
    }

    private async Task<Result<TicketMessageId>> ReplyAsync(
        AccountScope scope, ReplyToTicketInput input, string body, UserId author, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, scope.AccountId, input.TicketId, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (!TicketRules.Reply(ticket.State, TicketActor.Customer, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        if (!(await messages.AddAsync(scope, ticket.State.Id, body, author, fromStaff: false, input.Attachments, cancellationToken))
            .TryGet(out var message, out var notAttached))
        {
            return notAttached;
        }

        tickets.Save(scope, ticket, change, TicketReplied.Of(message));
        await scope.ForgetDraftAsync(ticket.State.Id, author, DraftKind.Reply, cancellationToken);
        return message.Id;
    }
}
