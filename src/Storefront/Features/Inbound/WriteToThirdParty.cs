using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <param name="Name">As it is called; null or empty for its address.</param>
/// <param name="Email">Its address.</param>
/// <param name="Text">What is written to it, in Markdown; may be empty when it is to get copies.</param>
/// <param name="Copy">Whether it gets a copy of all that both sides say from now on.</param>
/// <param name="IdempotencyKey">The same key and input again write nothing more; null when the caller has none.</param>
/// <param name="Files">Files that the same person uploaded, for what is written; none without words.</param>
public sealed record ThirdPartyInput(
    string? Name, string? Email, string? Text, bool Copy, string? IdempotencyKey, IReadOnlyCollection<AttachmentId>? Files = null);

/// <summary>Somebody of account or house writes to a third party from a ticket, or puts it in copy; what it answers comes back into the ticket (FEN-17).</summary>
public sealed class WriteToThirdParty(
    AccountTransactions transactions, TicketStore tickets, TicketMessages messages, ThirdParties parties, Handbooks handbooks)
{
    private const string Operation = "ticket.write-to-third-party";

    /// <returns>Its id in the ticket, or <see cref="ThirdPartyNotAllowed"/>, <see cref="ThirdPartyNotValid"/>, <see cref="TooManyThirdParties"/>, <see cref="TextNotValid"/> …</returns>
    public Task<Result<TicketPartyId>> HandleAsync(TicketKey key, ThirdPartyInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (Refuse(key, viewer) is { } refusal)
        {
            return Task.FromResult<Result<TicketPartyId>>(refusal);
        }

        var words = input is { Copy: true, Files: null or { Count: 0 } } && string.IsNullOrWhiteSpace(input.Text) ? "" : TicketText.CheckBody(input.Text, tickets.Policy.Limits);
        return words.TryGet(out var body, out var fault)
            ? transactions.RunAsync<TicketPartyId>(
                key.AccountId,
                async (scope, token) => input.IdempotencyKey is { } once
                    ? await scope.OnceAsync(
                        Operation,
                        once,
                        new { key, Input = input with { Files = null }, Files = await AttachmentBinding.PrintsAsync(scope, [.. input.Files ?? []], viewer.UserId, token) },
                        () => WriteAsync(scope, key, input, body, viewer, token),
                        token)
                    : await WriteAsync(scope, key, input, body, viewer, token),
                cancellationToken)
            : Task.FromResult<Result<TicketPartyId>>(fault);
    }

    private Refusal? Refuse(TicketKey key, Viewer viewer)
    {
        if (viewer is { IsStaff: true, AccountId: null })
        {
            return handbooks.Present.Intake.StaffWriteToThirdParties ? null : new ThirdPartyNotAllowed();
        }

        return viewer.WritableAccount().TryGet(out var account, out var refusal) ? account == key.AccountId ? null : new NotFound("ticket") : refusal;
    }

    private async Task<Result<TicketPartyId>> WriteAsync(
        AccountScope scope, TicketKey key, ThirdPartyInput input, string body, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, key.AccountId, key.Id, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (ticket.State.Status == TicketStatus.Closed)
        {
            return new TicketNotOpen(ticket.State.Status);
        }

        if (!(await parties.AddAsync(scope, ticket, input.Name, input.Email, input.Copy, viewer.UserId, cancellationToken)).TryGet(out var party, out var refusal))
        {
            return refusal;
        }

        if (body.Length > 0)
        {
            var added = await messages.AddAsync(
                scope, key.Id, body, viewer.UserId, viewer is { IsStaff: true, AccountId: null }, input.Files ?? [], cancellationToken);
            if (!added.TryGet(out var message, out var notAttached))
            {
                return notAttached;
            }

            message.SentTo = party.Email;
            tickets.Save(scope, ticket, new TicketChange(ticket.State, []), TicketReplied.Of(message));
            await PartyCopies.ScheduleAsync(scope, message, cancellationToken);
        }

        return party.Id;
    }
}
