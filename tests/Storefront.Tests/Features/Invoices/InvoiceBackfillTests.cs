using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Invoices;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Invoices;
using Storefront.Features.Payments;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Invoices;

public sealed class InvoiceBackfillTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_20_Payments_from_before_there_were_invoices_are_put_down_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, services => services.AddInvoices());
        var accounts = new[] { await store.OpenAccountAsync("Tienda Sur"), await store.OpenAccountAsync("Otra Tienda") };
        await using (var db = store.Db())
        {
            // As they were written when nothing looked at them: paid, given back in part, given back whole, and what settled nothing.
            db.AddRange(accounts.SelectMany(account => new[]
            {
                Payment(account, 1, 1190), Payment(account, 2, 238, refunded: 119), Payment(account, 3, 119, refunded: 119),
                Payment(account, 4, 500, problem: "ORDER_CANCELED"), Payment(account, 5, 600, status: PaymentStatus.Failed),
            }));
            await db.SaveChangesAsync();
        }

        await RunAsync(store);
        await RunAsync(store);

        await using var after = store.Db();
        foreach (var account in accounts)
        {
            var rows = await after.Set<Invoice>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Entry).ToListAsync();
            Assert.Equal(
                [(InvoiceKind.Invoice, 1190L), (InvoiceKind.Invoice, 238L), (InvoiceKind.CreditNote, 119L), (InvoiceKind.Invoice, 119L), (InvoiceKind.CreditNote, 119L)],
                rows.Select(row => (row.Kind, row.Total.MinorUnits)));
            Assert.Equal(1000, rows[0].Net.MinorUnits);
            Assert.True(rows[0].DueOn < TestStore.Start.InUtc().Date);
        }
    }

    private static async Task RunAsync(TestStore store)
    {
        var work = new DueWorkRow
        {
            Id = DueWorkId.New(TestStore.Start),
            Kind = BackfillInvoices.DueWorkKind,
            Key = BackfillInvoices.DueWorkKind,
            AccountId = null,
            Subject = null,
            DueAt = TestStore.Start,
        };
        await using var scope = store.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredKeyedService<IDueWorkHandler>(BackfillInvoices.DueWorkKind).HandleAsync(work, CancellationToken.None);
    }

    private static Payment Payment(
        AccountId account, int day, long amount, long refunded = 0, string? problem = null, PaymentStatus status = PaymentStatus.Succeeded)
    {
        var at = TestStore.Start - Duration.FromDays(60 - day);
        var id = PaymentId.New(at);
        return new Payment
        {
            AccountId = account,
            Id = id,
            BusinessKey = $"old:{account}:{day}",
            Amount = new Money(amount, Currency.Clp),
            Method = "transfer",
            Status = refunded == amount ? PaymentStatus.Refunded : status,
            RefundedMinorUnits = refunded,
            Problem = problem,
            ReceivedAt = at,
            ChangedAt = at,
        };
    }
}
