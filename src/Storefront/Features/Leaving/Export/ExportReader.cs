using Microsoft.EntityFrameworkCore;
using Storefront.Features.Credentials;
using Storefront.Features.Hours;
using Storefront.Features.Meetings;
using Storefront.Features.Payments;
using Storefront.Features.Projects;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Leaving.Export;

/// <summary>How much an account would take along.</summary>
public sealed record ExportContents(int Tickets, int Messages, int Files, long FileBytes, int HourEntries, int Payments, int Meetings, int Credentials, int Projects, int Events)
{
    // A row of a table makes about so many bytes, packed.
    private const int BytesOfRow = 200;

    /// <summary>About how long the archive will be, in bytes: what is left of it is shown while it comes.</summary>
    public long RoughBytes => FileBytes + ((Tickets + Messages + HourEntries + Payments + Meetings + Events) * (long)BytesOfRow) + (32 * 1024);
}

/// <summary>Reads how much there is to take along.</summary>
public sealed class ExportReader(StoreSnapshots snapshots)
{
    public Task<ExportContents> ReadAsync(ExportScope scope, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var files = await ExportTables.FilesOf(db, scope).Select(file => file.Size).ToListAsync(token);
            return new ExportContents(
                await db.Set<Ticket>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<TicketMessage>().CountAsync(row => row.AccountId == scope.Account, token),
                files.Count,
                files.Sum(),
                await db.Set<HourEntryRow>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<Payment>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<Meeting>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<Credential>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<Project>().CountAsync(row => row.AccountId == scope.Account, token),
                await db.Set<EventRow>().CountAsync(row => row.AccountId == scope.Account && row.Stream == EventStream.Customer, token));
        },
        cancellationToken);
}
