using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Storefront.Benchmarks.Ledger;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Desk;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Queue;

/// <summary>A house whose queue has that many tickets of some customers, and what people do with it.</summary>
internal sealed class WaitingQueue : IAsyncDisposable
{
    private const int Customers = 20;

    private readonly LedgerStore store;
    private readonly Viewer staff;
    private readonly List<IHostedService> running = [];
    private Ticket moved = null!;
    private bool isFirst;

    private WaitingQueue(LedgerStore store)
    {
        this.store = store;
        staff = new Viewer(store.Owner, "Valentina", "valentina@agencia.example", IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);
    }

    public static async Task<WaitingQueue> FillAsync(string? postgres, int tickets)
    {
        var queue = new WaitingQueue(await LedgerStore.OpenAsync(postgres));
        for (var number = 0; number < Customers; number++)
        {
            var account = await queue.store.OpenAccountAsync($"customer {number}");
            var viewer = new Viewer(
                queue.store.Owner, "Ana Rojas", "ana@tienda.example", IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);
            var input = new OpenTicketInput(
                "El carro no suma el despacho", "Desde ayer.", "support", Urgency.Low, Impact.High, null, ScheduleForNextPeriod: false, [], null);
            _ = (await queue.store.Get<OpenTicket>().HandleAsync(input, viewer, CancellationToken.None)).Value;
        }

        await using var db = queue.store.Db();
        await CopyAsync(db, tickets);
        queue.moved = await db.Set<Ticket>().AsNoTracking().SingleAsync(ticket => ticket.Number == Customers);
        foreach (var service in queue.store.Get<IEnumerable<IHostedService>>().Where(service => service is QueueMoves || service is ICommitListener))
        {
            await service.StartAsync(CancellationToken.None);
            queue.running.Add(service);
        }

        return queue;
    }

    /// <summary>Staff send a ticket to the front, or back: until who follows the queue has it in its new order.</summary>
    public async Task ReorderAsync()
    {
        isFirst = !isFirst;
        using var following = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var queues = store.Get<QueueMoves>().FollowAsync(following.Token).GetAsyncEnumerator(following.Token);
        var heard = queues.MoveNextAsync().AsTask();
        var classified = await store.Get<ClassifyTicket>().HandleAsync(moved.Key, isFirst ? "Q1" : "Q3", "As agreed.", staff, CancellationToken.None);
        _ = classified.Value;
        while (await heard && queues.Current.PlaceOf(moved.Id) is { Position: 1 } != isFirst)
        {
            heard = queues.MoveNextAsync().AsTask();
        }
    }

    /// <summary>A customer opens its ticket's page.</summary>
    public async Task OpenTicketPageAsync() =>
        _ = await store.Get<TicketReader>().FindAsync(moved.AccountId, moved.Number, CancellationToken.None) ?? throw new InvalidOperationException("The ticket is not there.");

    /// <summary>Staff open the desk.</summary>
    public async Task OpenDeskAsync()
    {
        var page = await store.Get<DeskListReader>().ListAsync(new DeskListQuery(), store.Owner, CancellationToken.None);
        if (page.Entries.Count != DeskListReader.PageSize)
        {
            throw new InvalidOperationException("The desk does not show a page of tickets.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await store.DisposeAsync();
    }

    /// <summary>Copies of the last ticket, of the customers in turn, each a minute after the one before, due one after the other.</summary>
    private static async Task CopyAsync(StorefrontDb db, int tickets)
    {
        var isPostgres = db is PostgresStorefrontDb;
        var columns = db.Model.FindEntityType(typeof(Ticket))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var copied = columns.Select(column => column switch
        {
            "account_id" => "account.id",
            "id" => isPostgres ? "gen_random_uuid()" : "printf('%08X-0000-7000-8000-%012X', n, n)",
            "number" => "original.number + n",
            "joins_at" or "promise_due_at" => $"original.{column} + CAST(n AS bigint) * 60000000",
            "next_due_at" => "NULL",
            _ => $"original.{column}",
        });
        var numbers = isPostgres
            ? $"SELECT n FROM generate_series(1, {tickets - Customers}) AS series(n)"
            : $"WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {tickets - Customers}) SELECT n FROM counted";
        var copy = $"INSERT INTO tickets ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} "
            + $"FROM (SELECT * FROM tickets ORDER BY number DESC LIMIT 1) AS original CROSS JOIN ({numbers}) AS numbers "
            + $"JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts) AS account ON account.place = n % {Customers}";
        await db.Database.ExecuteSqlRawAsync(copy);
        var parts = db.Model.FindEntityType(typeof(TicketSegmentRow))!.GetProperties().Select(property => $"\"{property.GetColumnName()}\"").ToList();
        var clocks = parts.Select(column => column switch
        {
            "\"account_id\"" => "copies.account_id",
            "\"ticket_id\"" => "copies.id",
            _ => $"original.{column}",
        });
        var run = $"INSERT INTO ticket_segments ({string.Join(", ", parts)}) SELECT {string.Join(", ", clocks)} "
            + $"FROM (SELECT * FROM tickets WHERE number > {Customers}) AS copies CROSS JOIN (SELECT * FROM ticket_segments LIMIT 1) AS original";
        await db.Database.ExecuteSqlRawAsync(run);
        if (isPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
    }
}
