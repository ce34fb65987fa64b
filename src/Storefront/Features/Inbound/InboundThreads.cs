using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Inbound;

/// <summary>
/// Finds the ticket that a message says it belongs to: by the address that only the house can make, by what it answers, or by the number
/// that begins a message. Whether its sender belongs to that ticket is asked afterwards.
/// </summary>
internal sealed partial class InboundThreads(IDbContextFactory<StorefrontDb> contexts, TicketReader tickets, TicketAddresses addresses)
{
    private const int MostAnswered = 20;

    public async Task<TicketKey?> FindAsync(InboundMessage message, InboundContent content, CancellationToken cancellationToken)
    {
        foreach (var (_, email) in content.Recipients)
        {
            if (addresses.NumberIn(email) is { } number
                && await tickets.FindForStaffAsync(number, cancellationToken) is { } key
                && addresses.IsOf(email, key))
            {
                return key;
            }
        }

        return message.Way == InboundWay.Email
            ? await FindAnsweredAsync(content, cancellationToken)
            : NumberAtTheBeginning().Match(content.Text) is { Success: true } match
                && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var said)
                    ? await tickets.FindForStaffAsync(said, cancellationToken)
                    : null;
    }

    /// <summary>Our mails carry their own id before the at sign.</summary>
    private async Task<TicketKey?> FindAnsweredAsync(InboundContent content, CancellationToken cancellationToken)
    {
        List<MailId> ids =
        [
            .. content.Answers.Take(MostAnswered).Select(id => id.Split('@')[0])
                .Where(id => Guid.TryParseExact(id, "N", out _)).Select(id => new MailId(Guid.ParseExact(id, "N"))),
        ];
        if (ids.Count == 0)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mail = await db.Set<MailRow>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.TicketId != null && row.AccountId != null)
            .OrderByDescending(row => row.CreatedAt).Select(row => new { row.AccountId, row.TicketId }).FirstOrDefaultAsync(cancellationToken);
        return mail is null ? null : new TicketKey(mail.AccountId!.Value, mail.TicketId!.Value);
    }

    [GeneratedRegex("^#([0-9]{1,9})\\b")]
    private static partial Regex NumberAtTheBeginning();
}
