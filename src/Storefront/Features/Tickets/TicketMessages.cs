using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Inbound;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>Adds messages to a ticket, inside an action's transaction.</summary>
public sealed class TicketMessages(AttachmentBinding attachments)
{
    /// <summary>The least by which the store tells instants apart.</summary>
    private static readonly Duration Tick = Duration.FromTicks(10);

    /// <summary>
    /// Adds a message that both sides see, with its files. It is later than all before it, so that messages of one instant stay in the order
    /// in which they were written.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="body">Checked Markdown.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="fromStaff">Whether in the house's name.</param>
    /// <param name="files">Uploaded by the author.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<TicketMessage>> AddAsync(
        AccountScope scope,
        TicketId ticket,
        string body,
        UserId author,
        bool fromStaff,
        IReadOnlyCollection<AttachmentId> files,
        CancellationToken cancellationToken)
    {
        var last = await scope.Db.Set<TicketMessage>().Where(row => row.AccountId == scope.AccountId && row.TicketId == ticket)
            .OrderByDescending(row => row.At).Select(row => (Instant?)row.At).FirstOrDefaultAsync(cancellationToken);
        var message = new TicketMessage
        {
            AccountId = scope.AccountId,
            Id = TicketMessageId.New(scope.Now),
            TicketId = ticket,
            AuthorId = author,
            IsFromStaff = fromStaff,
            Body = body,
            At = last is { } before && before >= scope.Now ? before + Tick : scope.Now,
        };
        var attached = await attachments.AttachAsync(scope, files, author, ticket, message.Id, cancellationToken);
        if (attached.Refusal is { } refusal)
        {
            return refusal;
        }

        scope.Db.Add(message);
        await PartyCopies.ScheduleAsync(scope, message, cancellationToken);
        return message;
    }
}
