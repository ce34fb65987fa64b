using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Status;
using Storefront.Store;

namespace Storefront.Features.Status;

/// <summary>Incidents and maintenance, as everybody may read them.</summary>
public sealed class IncidentReader(StoreSnapshots snapshots)
{
    /// <summary>How many a page of the past shows.</summary>
    public const int PageSize = 20;

    /// <summary>What is not over, in the order in which it begins.</summary>
    public Task<ImmutableArray<IncidentView>> ReadUnresolvedAsync(CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) => await ViewsAsync(
            db,
            await db.Set<Incident>().AsNoTracking().Where(incident => incident.ResolvedAt == null)
                .OrderBy(incident => incident.StartsAt).ThenBy(incident => incident.Id).ToListAsync(token),
            token),
        cancellationToken);

    /// <summary>What is over, the latest first.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At most <see cref="PageSize"/>, and whether more follow.</returns>
    public Task<(ImmutableArray<IncidentView> Incidents, bool HasMore)> ReadPastAsync(int page, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var rows = await db.Set<Incident>().AsNoTracking().Where(incident => incident.ResolvedAt != null)
                .OrderByDescending(incident => incident.ResolvedAt).ThenByDescending(incident => incident.Id)
                .Skip(page * PageSize).Take(PageSize + 1).ToListAsync(token);
            return (await ViewsAsync(db, [.. rows.Take(PageSize)], token), rows.Count > PageSize);
        },
        cancellationToken);

    /// <summary>One; null when there is no such one.</summary>
    public Task<IncidentView?> FindAsync(IncidentId id, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
            (await ViewsAsync(db, await db.Set<Incident>().AsNoTracking().Where(incident => incident.Id == id).ToListAsync(token), token)).FirstOrDefault(),
        cancellationToken);

    private static async Task<ImmutableArray<IncidentView>> ViewsAsync(StorefrontDb db, List<Incident> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var updates = ids.Count == 0 ? [] : await db.Set<IncidentUpdate>().AsNoTracking().Where(update => ids.Contains(update.IncidentId)).ToListAsync(cancellationToken);

        // What was told at one instant goes by how far it had come.
        var told = updates.OrderByDescending(update => update.At).ThenByDescending(update => update.Step).ToLookup(update => update.IncidentId);
        return [.. rows.Select(row => new IncidentView(row, [.. told[row.Id]]))];
    }
}
