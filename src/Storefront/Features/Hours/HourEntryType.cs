using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Hours;

/// <summary>A line of the hour ledger. Lines are added and never changed.</summary>
[ObjectType<HourEntryRow>]
public static class HourEntryType
{
    public static void Configure(IObjectTypeDescriptor<HourEntryRow> descriptor)
    {
        descriptor.Name("HourEntry").BindFieldsExplicitly();
        descriptor.Description("A line of an account's hour ledger; lines are added and never changed (COM-02).");
        descriptor.Field(entry => entry.Sequence).Description("Its place in the ledger, from 1, without gaps.");
        descriptor.Field(entry => entry.Kind).Description("What it is.");
        descriptor.Field(entry => entry.Minutes).Description("Minutes added or, negative, taken.");
        descriptor.Field(entry => entry.BalanceAfter).Description("The balance after it, in minutes.");
        descriptor.Field(entry => entry.At).Description("When it counts from.");
        descriptor.Field(entry => entry.ExpiresAt).Description("When what it added ends; null for what it takes.");
    }

    /// <summary>The line's id, opaque.</summary>
    public static string GetId([Parent] HourEntryRow entry) => entry.Id.Value.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Why it is there, in the reader's language.</summary>
    public static async Task<string> ReasonAsync(
        [Parent] HourEntryRow entry, HourEntryTicketDataLoader tickets, HourReasons reasons, CancellationToken cancellationToken)
    {
        var ticket = entry.TicketId is { } id ? await tickets.LoadAsync((entry.AccountId, id), cancellationToken) : null;
        return reasons.Describe(new HourLine(
            entry.Id, entry.Sequence, entry.Kind, entry.Minutes, entry.BalanceAfter, entry.At, entry.CauseKind, entry.Reason, ticket, entry.ExpiresAt));
    }

    [NodeResolver]
    public static async Task<HourEntryRow?> FindHourEntryAsync(
        string id, [GlobalState(ApiViewer.Key)] Viewer? viewer, HourEntryQuery entries, CancellationToken cancellationToken) =>
        viewer is { AccountId: { } account } && viewer.HasScope("hours:read") && Guid.TryParseExact(id, "N", out var value)
            ? await entries.Of(account).SingleOrDefaultAsync(entry => entry.Id == new HourEntryId(value), cancellationToken)
            : null;
}

/// <summary>The ledger's lines for one field: each has a context of its own, which goes with the request.</summary>
public sealed class HourEntryQuery(IDbContextFactory<StorefrontDb> contexts) : IAsyncDisposable
{
    private StorefrontDb? db;

    public IQueryable<HourEntryRow> Of(AccountId account) =>
        (db ??= contexts.CreateDbContext()).Set<HourEntryRow>().AsNoTracking().Where(entry => entry.AccountId == account);

    public ValueTask DisposeAsync() => db?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The tickets that lines belong to.</summary>
public sealed class HourEntryTicketDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<(AccountId Account, TicketId Ticket), HourLineTicket?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(AccountId Account, TicketId Ticket), HourLineTicket?>> LoadBatchAsync(
        IReadOnlyList<(AccountId Account, TicketId Ticket)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(AccountId, TicketId), HourLineTicket?>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var own in keys.GroupBy(key => key.Account, key => key.Ticket))
        {
            var tickets = await db.Set<Ticket>().AsNoTracking()
                .Where(ticket => ticket.AccountId == own.Key && own.Contains(ticket.Id))
                .Select(ticket => new HourLineTicket(ticket.Id, ticket.Number, ticket.Subject)).ToListAsync(cancellationToken);
            foreach (var ticket in tickets)
            {
                found[(own.Key, ticket.Id)] = ticket;
            }
        }

        return found;
    }
}
