using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Inbound;

/// <summary>Processes a message that was kept: what comes of it, what is answered and that it is done are written down together.</summary>
internal sealed class ProcessInbound(
    IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, InboundDelivery delivery, IOutbox outbox) : IDueWorkHandler
{
    /// <summary>Some hours of tries; after that staff decide.</summary>
    private const int MostAttempts = 12;

    private const int LongestError = 1000;
    private const int LongestLine = 200;

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new InboundMessageId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        var message = await ReadAsync(id, cancellationToken);
        if (message.State is not (InboundState.Received or InboundState.Failed))
        {
            return;
        }

        await RunAsync(message, vouched: null, cancellationToken);
    }

    /// <summary>Processes it as from a person whom staff vouch for.</summary>
    public async Task RunAsync(InboundMessage message, string? vouched, CancellationToken cancellationToken)
    {
        try
        {
            var content = InboundContent.Of(message);
            message.Sender = Line(content.Sender);
            message.Subject = Line(content.Subject);
            var outcome = await delivery.DeliverAsync(message, content, vouched, cancellationToken);
            await FinishAsync(message, outcome, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(message, failure, cancellationToken);
            if (message.Attempts + 1 < MostAttempts)
            {
                throw;
            }
        }
    }

    internal async Task<InboundMessage> ReadAsync(InboundMessageId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<InboundMessage>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
    }

    private Task<Result<Done>> FinishAsync(InboundMessage message, InboundOutcome outcome, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(async (scope, token) =>
        {
            var row = await scope.Db.Set<InboundMessage>().SingleAsync(kept => kept.Id == message.Id, token);
            if (row.State is InboundState.Processed or InboundState.Dropped)
            {
                return Done.Value;
            }

            (row.State, row.Reason, row.Sender, row.Subject) = (outcome.State, outcome.Reason, message.Sender, message.Subject);
            (row.AccountId, row.TicketId, row.ProcessedAt, row.LastError) = (outcome.Ticket?.AccountId, outcome.Ticket?.Id, scope.Now, null);
            row.Attempts++;
            if (outcome is { Ticket: { } key, ChannelKey: { } channel })
            {
                // A ticket that a message opened has no other yet.
                foreach (var written in await scope.Db.Set<TicketMessage>()
                    .Where(said => said.AccountId == key.AccountId && said.TicketId == key.Id && (outcome.Message == null || said.Id == outcome.Message))
                    .OrderBy(said => said.At).Take(1).ToListAsync(token))
                {
                    written.ChannelKey = channel;
                }
            }

            if (outcome.Answer is { } answer)
            {
                await outbox.EnqueueAsync(scope, answer, token);
            }

            return Done.Value;
        },
        cancellationToken);

    private Task<Result<Done>> FailAsync(InboundMessage message, Exception failure, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(async (scope, token) =>
        {
            var row = await scope.Db.Set<InboundMessage>().SingleAsync(kept => kept.Id == message.Id, token);
            (row.State, row.LastError, row.Sender, row.Subject) =
                (InboundState.Failed, failure.Message[..Math.Min(failure.Message.Length, LongestError)], message.Sender, message.Subject);
            row.Attempts++;
            return Done.Value;
        },
        cancellationToken);

    private static string Line(string text) => text.Length > LongestLine ? text[..LongestLine] : text;
}
