using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Benchmarks.Ledger;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Hosting.Viewers;

namespace Storefront.Benchmarks.Notices;

/// <summary>A house whose customers told of that many payments, half of them confirmed, and what its staff do with them.</summary>
internal sealed class NoticeQueue : IAsyncDisposable
{
    private const int Customers = 50;
    private const int AtOnce = 5_000;

    private readonly LedgerStore store;
    private readonly Viewer staff;
    private readonly int notices;
    private int confirmed;

    private NoticeQueue(LedgerStore store, int notices)
    {
        this.store = store;
        this.notices = notices;
        staff = new Viewer(store.Owner, "Valentina", "valentina@agencia.example", IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);
    }

    /// <param name="postgres">The connection string of an empty database; null for SQLite.</param>
    /// <param name="notices">How many payments were told of.</param>
    public static async Task<NoticeQueue> FillAsync(string? postgres, int notices)
    {
        var queue = new NoticeQueue(await LedgerStore.OpenAsync(postgres), notices);
        var orders = new List<Order>();
        for (var number = 0; number < Customers; number++)
        {
            var account = await queue.store.OpenAccountAsync(string.Create(CultureInfo.InvariantCulture, $"customer {number}"));
            await using var db = queue.store.Db();
            orders.Add(OrderOf(queue.store, account, number));
            db.Add(orders[^1]);
            await db.SaveChangesAsync();
        }

        for (var first = 1; first <= notices; first += AtOnce)
        {
            await using var db = queue.store.Db();
            db.AddRange(Enumerable.Range(first, Math.Min(AtOnce, notices - first + 1)).Select(number => NoticeOf(queue.store, orders[number % Customers], number)));
            await db.SaveChangesAsync();
        }

        await using (var db = queue.store.Db())
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        return queue;
    }

    /// <summary>Staff open the queue: the first page, and how many wait.</summary>
    public async Task OpenAsync()
    {
        var reader = store.Get<NoticeQueueReader>();
        Full((await reader.ListWaitingAsync(after: null, CancellationToken.None)).Lines.Count);
        _ = await reader.CountAsync(CancellationToken.None);
    }

    /// <summary>A page from the middle of the queue.</summary>
    public async Task TurnAsync() => Full((await store.Get<NoticeQueueReader>().ListWaitingAsync(notices / 2, CancellationToken.None)).Lines.Count);

    /// <summary>Only what was decided on.</summary>
    public async Task FilterAsync() => Full((await store.Get<NoticeQueueReader>().ListDecidedAsync(before: null, CancellationToken.None)).Lines.Count);

    /// <summary>The next one that waits is confirmed.</summary>
    public async Task ConfirmAsync()
    {
        await using var db = store.Db();
        var next = notices / 4 + (++confirmed * 10) + 1;
        var notice = await db.Set<PaymentNotice>().AsNoTracking().SingleAsync(row => row.Number == next);
        _ = (await store.Get<ConfirmPayment>().HandleAsync(
            new NoticeKey(notice.AccountId, notice.Id), received: null, evenIfSeenBefore: false, staff, CancellationToken.None)).Value;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static void Full(int lines)
    {
        if (lines != NoticeQueueReader.PageSize)
        {
            throw new InvalidOperationException("The queue does not show a page of payments.");
        }
    }

    private static Order OrderOf(LedgerStore store, AccountId account, int number)
    {
        // So large that each payment is a part of it.
        var total = new Money(1_000_000_000_000, Currency.Clp);
        return new Order
        {
            AccountId = account,
            Id = OrderId.New(store.Time.Now),
            Reference = string.Create(CultureInfo.InvariantCulture, $"BENCH-{number}"),
            PlanKey = "business",
            Interval = BillingInterval.Once,
            IsOverage = true,
            HandbookVersion = store.Get<Handbook>().Version.Hash,
            Net = total,
            Tax = Money.Zero(Currency.Clp),
            Total = total,
            PaymentMethod = "transfer",
            Status = OrderStatus.AwaitingPayment,
            OrderedBy = store.Owner,
            OrderedAt = store.Time.Now,
        };
    }

    private static PaymentNotice NoticeOf(LedgerStore store, Order order, int number)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"OP{number:0000000}");
        var at = store.Time.Now + Duration.FromSeconds(number);
        return new PaymentNotice
        {
            AccountId = order.AccountId,
            Id = PaymentNoticeId.New(at),
            Number = number,
            OrderId = order.Id,
            Method = order.PaymentMethod,
            Amount = new Money(1_000 + number, Currency.Clp),
            PaidOn = store.Time.Now.InUtc().Date,
            BankReference = reference,
            ReferenceKey = reference,
            ProofHash = string.Create(CultureInfo.InvariantCulture, $"{number:x64}"),
            NotifiedBy = store.Owner,
            NotifiedAt = at,
            AnswerBy = at + Duration.FromDays(1),
            Status = number % 2 == 0 ? PaymentNoticeStatus.Confirmed : PaymentNoticeStatus.Pending,
            ReceivedMinorUnits = number % 2 == 0 ? 1_000 + number : null,
        };
    }
}
