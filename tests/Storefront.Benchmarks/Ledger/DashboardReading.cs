using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Dashboard;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store.EventLog;

namespace Storefront.Benchmarks.Ledger;

/// <summary>What the page of an account reads, and what its API's dashboard query reads: hours, subscription, open tickets, the latest tickets with their last events.</summary>
internal sealed class DashboardReading
{
    private const int Open = 25;
    private const int MostTickets = 20;

    private readonly LedgerStore store;
    private readonly AccountId account;

    private DashboardReading(LedgerStore store, AccountId account, int tickets) => (this.store, this.account, Tickets) = (store, account, tickets);

    public int Tickets { get; }

    /// <summary>An account with some open tickets and, up to that many in all, closed ones.</summary>
    public static async Task<DashboardReading> FillAsync(LedgerStore store, int tickets)
    {
        var account = await store.OpenAccountAsync("dashboard");
        var viewer = new Viewer(
            store.Owner, "Ana Rojas", "ana@tienda.example", IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);
        for (var number = 0; number < Open; number++)
        {
            var opened = await store.Get<OpenTicket>().HandleAsync(
                new OpenTicketInput(
                    "El carro no suma el despacho", "Desde ayer.", "support", Urgency.High, Impact.Low, null, ScheduleForNextPeriod: false, [], null),
                viewer,
                CancellationToken.None);
            _ = opened.Value;
        }

        await using var db = store.Db();
        await BulkRows.AddTicketsAsync(db, tickets);
        return new DashboardReading(store, account, await db.Set<Ticket>().CountAsync());
    }

    public async Task ReadAsync()
    {
        await store.Get<HourReader>().ReadAsync(account, null, CancellationToken.None);
        await using var scope = store.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SubscriptionReader>().ReadAsync(account, CancellationToken.None);
        var summary = await scope.ServiceProvider.GetRequiredService<TicketSummaryReader>().ReadAsync(account, CancellationToken.None);
        await using var db = store.Db();
        var shown = await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.AccountId == account)
            .OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number).Take(MostTickets + 1).ToListAsync();
        var sequences = shown.Select(ticket => ticket.LastSequence).ToList();
        var events = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && sequences.Contains(row.Sequence)).ToListAsync();
        if (summary.Open != Open || shown.Count != MostTickets + 1 || events.Count != MostTickets + 1)
        {
            throw new InvalidOperationException("The dashboard does not show what was written.");
        }
    }
}
