using Microsoft.EntityFrameworkCore;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Gives third parties the files of what they were sent, and nothing else.</summary>
public sealed class PartyFiles(IDbContextFactory<StorefrontDb> contexts, PartyFileLinks links, BusinessClock clock)
{
    /// <summary>The file of a link; null when it is over, was never one, its reader was taken off the ticket, or the file is no more of a message.</summary>
    public async Task<Attachment?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link || link.Until <= clock.GetCurrentInstant())
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = db.Set<TicketMessage>();
        var parties = db.Set<TicketParty>();
        return await db.Set<Attachment>().AsNoTracking()
            .Where(row => row.AccountId == link.AccountId && row.Id == link.File)
            .Where(row => messages.Any(message => message.AccountId == row.AccountId && message.Id == row.MessageId))
            .Where(row => parties.Any(party => party.AccountId == row.AccountId && party.Id == link.Party && party.TicketId == row.TicketId && party.RemovedAt == null))
            .SingleOrDefaultAsync(cancellationToken);
    }

    internal static void Map(WebApplication app) => app.MapGet($"/{PartyFileLinks.Path}/{{token}}", DownloadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(
        string token, HttpContext context, PartyFiles files, AttachmentReader reader, CancellationToken cancellationToken) =>
        await files.FindAsync(token, cancellationToken) is { } file
            ? await AttachmentEndpoints.SendAsync(file, context, reader, cancellationToken)
            : Results.NotFound();
}
