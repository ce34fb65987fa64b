using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Invoices;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Invoices;
using Storefront.Features.Payments;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Invoices;

public sealed class InvoiceIssuingTests
{
    private static readonly Viewer Staff = new(UserId.New(TestStore.Start), "Valentina", "valentina@agencia.example", IsStaff: true, null, null, null, null);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_20_Many_who_issue_at_once_leave_no_number_out_and_give_none_twice(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, services => services.AddInvoices());
        var keys = new List<InvoiceKey>();
        for (var number = 0; number < 3; number++)
        {
            var account = await store.OpenAccountAsync($"Tienda {number}");
            await ReceiveAsync(store, account, 119, 238, 357);
            keys.AddRange((await ListAsync(store, account)).Select(row => new InvoiceKey(account, row.Id)));
        }

        // Each asked for twice, while others take a number and give up.
        var issued = keys.Concat(keys).Select(key => store.Get<IssueInvoice>().HandleAsync(key, Staff, CancellationToken.None)).ToList();
        var given = keys.Select(key => store.Transactions.RunAsync<Done>(
            key.AccountId,
            async (scope, token) =>
            {
                await scope.NextNumberAsync(HouseCounter.Invoices, token);
                return new NotFound("anything");
            },
            CancellationToken.None)).ToList();
        await Task.WhenAll(given);
        var results = await Task.WhenAll(issued);

        Assert.Equal(keys.Count, results.Count(result => result.Refusal is InvoiceAlreadyIssued));
        Assert.Equal(Enumerable.Range(1, keys.Count).Select(number => (long?)number), results.Where(result => !result.IsRefused).Select(result => result.Value.Number).Order());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_20_Money_that_goes_back_in_parts_is_credited_to_the_unit_and_after_its_invoice(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, services => services.AddInvoices());
        var account = await store.OpenAccountAsync();
        var payment = (await ReceiveAsync(store, account, 1001)).Single();
        await RefundAsync(store, account, payment, 334);
        await RefundAsync(store, account, payment, 334);
        await RefundAsync(store, account, payment, 1001);

        var documents = await ListAsync(store, account);
        Assert.Equal([InvoiceKind.Invoice, InvoiceKind.CreditNote, InvoiceKind.CreditNote], documents.Select(row => row.Kind));
        Assert.Equal([334L, 667L], documents.Skip(1).Select(row => row.Total.MinorUnits));
        Assert.Equal(documents[0].Net, documents[1].Net + documents[2].Net);
        var issue = store.Get<IssueInvoice>();
        Assert.IsType<InvoiceFirst>((await issue.HandleAsync(new InvoiceKey(account, documents[1].Id), Staff, CancellationToken.None)).Refusal);
        foreach (var row in documents)
        {
            Assert.Equal(row.Kind == InvoiceKind.Invoice ? 1 : row.CoversMinorUnits == 334 ? 1 : 2, (await issue.HandleAsync(new InvoiceKey(account, row.Id), Staff, CancellationToken.None)).Value.Number);
        }
    }

    [Fact]
    public async Task FLU_20_Parts_of_an_order_that_went_back_and_were_paid_again_add_up_to_its_own_net_and_tax()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, services => services.AddInvoices());
        var account = await store.OpenAccountAsync();
        var order = await OrderAsync(store, account, net: 1_007, tax: 191);
        var parts = await ReceiveAsync(store, account, order.Id, 333, 333, 532);
        await RefundAsync(store, account, parts[1], 333);
        await RefundAsync(store, account, parts[2], 101);
        Assert.Equal(1_198 - 333 - 101, (await KeptAsync()).Total.MinorUnits);
        await ReceiveAsync(store, account, order.Id, 101, 167, 166);

        Assert.Equal(new InvoiceAmounts(order.Net, order.Tax), await KeptAsync());
        Assert.All(await ListAsync(store, account), row => Assert.False(row.Net.IsNegative || row.Tax.IsNegative));

        async Task<InvoiceAmounts> KeptAsync() => (await ListAsync(store, account)).Aggregate(
            new InvoiceAmounts(Money.Zero(Currency.Clp), Money.Zero(Currency.Clp)),
            (sum, row) => row.Kind == InvoiceKind.Invoice ? sum + new InvoiceAmounts(row.Net, row.Tax) : sum - new InvoiceAmounts(row.Net, row.Tax));
    }

    [Fact]
    public async Task What_settles_nothing_gets_no_invoice_and_customers_issue_none()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, services => services.AddInvoices());
        var account = await store.OpenAccountAsync();
        await store.Transactions.RunAsync<Done>(
            account,
            (scope, _) =>
            {
                var payment = Payment(scope, 500);
                payment.Problem = "ORDER_CANCELED";
                scope.Db.Add(payment);
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);
        await ReceiveAsync(store, account, 119);

        var row = Assert.Single(await ListAsync(store, account));
        Assert.Equal((100, 19), (row.Net.MinorUnits, row.Tax.MinorUnits));
        var customer = Staff with { IsStaff = false, AccountId = account };
        Assert.IsType<NotFound>((await store.Get<IssueInvoice>().HandleAsync(new InvoiceKey(account, row.Id), customer, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task What_became_credit_before_it_was_on_paper_and_whose_rest_went_back_gets_no_document()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, services => services.AddInvoices());
        var account = await store.OpenAccountAsync();
        await store.Transactions.RunAsync<Done>(
            account,
            (scope, _) =>
            {
                var payment = Payment(scope, 100);
                (payment.RefundedMinorUnits, payment.CreditedMinorUnits, payment.Problem) = (20, 80, "PAYMENT_OVERDUE");
                scope.Db.Add(payment);
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);

        Assert.Empty(await ListAsync(store, account));
    }

    private static async Task<Order> OrderAsync(TestStore store, AccountId account, long net, long tax)
    {
        var order = new Order
        {
            AccountId = account,
            Id = OrderId.New(TestStore.Start),
            Reference = "parts",
            PlanKey = "essential",
            Interval = BillingInterval.Month,
            HandbookVersion = store.Get<Handbooks>().Present.Version.Hash,
            Net = new Money(net, Currency.Clp),
            Tax = new Money(tax, Currency.Clp),
            Total = new Money(net + tax, Currency.Clp),
            PaymentMethod = "transfer",
            Status = OrderStatus.AwaitingPayment,
            OrderedBy = UserId.New(TestStore.Start),
            OrderedAt = TestStore.Start,
        };
        await using var db = store.Db();
        db.Add(order);
        await db.SaveChangesAsync();
        return order;
    }

    private static Task<IReadOnlyList<PaymentId>> ReceiveAsync(TestStore store, AccountId account, params long[] amounts) =>
        ReceiveAsync(store, account, order: null, amounts);

    private static async Task<IReadOnlyList<PaymentId>> ReceiveAsync(TestStore store, AccountId account, OrderId? order, params long[] amounts)
    {
        var received = await store.Transactions.RunAsync<IReadOnlyList<PaymentId>>(
            account,
            (scope, _) =>
            {
                var payments = amounts.Select(amount => Payment(scope, amount, order)).ToList();
                scope.Db.AddRange(payments);
                return Task.FromResult<Result<IReadOnlyList<PaymentId>>>(payments.ConvertAll(payment => payment.Id));
            },
            CancellationToken.None);
        return received.Value;
    }

    private static Payment Payment(AccountScope scope, long amount, OrderId? order = null)
    {
        var id = PaymentId.New(scope.Now);
        return new Payment
        {
            AccountId = scope.AccountId,
            Id = id,
            BusinessKey = $"test:{id}",
            OrderId = order,
            Amount = new Money(amount, Currency.Clp),
            Method = "transfer",
            Status = PaymentStatus.Succeeded,
            ReceivedAt = scope.Now,
            ChangedAt = scope.Now,
        };
    }

    private static async Task RefundAsync(TestStore store, AccountId account, PaymentId payment, long refunded)
    {
        var done = await store.Transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                var row = await scope.Db.Set<Payment>().SingleAsync(row => row.AccountId == account && row.Id == payment, token);
                row.RefundedMinorUnits = refunded;
                return Done.Value;
            },
            CancellationToken.None);
        Assert.Null(done.Refusal);
    }

    private static async Task<List<Invoice>> ListAsync(TestStore store, AccountId account)
    {
        await using var db = store.Db();
        return await db.Set<Invoice>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Entry).ToListAsync();
    }
}
