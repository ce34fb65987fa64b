using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>Reads an account's invoices and credit notes.</summary>
public sealed class InvoiceReader(IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
{
    /// <summary>How many a page shows.</summary>
    public const int PageSize = 25;

    /// <summary>The latest first, those that wait to be issued included.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="before">The entry of the last one of the page before; null to begin.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<InvoiceView>> ListAsync(AccountId account, long? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Invoice>().AsNoTracking()
            .Where(row => row.AccountId == account && (before == null || row.Entry < before))
            .OrderByDescending(row => row.Entry).Take(most).ToListAsync(cancellationToken);
        return await ViewAsync(db, rows, cancellationToken);
    }

    /// <summary>One of them, for a member of its account or for staff; null for anybody else (COM-06).</summary>
    public async Task<InvoiceDetails?> FindAsync(InvoiceId id, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<Invoice>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && (viewer.IsStaff || row.AccountId == viewer.AccountId), cancellationToken);
        if (row is null)
        {
            return null;
        }

        var related = await db.Set<Invoice>().AsNoTracking()
            .Where(other => other.AccountId == row.AccountId && (other.Id == row.CorrectsId || (other.CorrectsId == row.Id && other.Number != null)))
            .OrderBy(other => other.Number).ToListAsync(cancellationToken);
        var views = await ViewAsync(db, [row, .. related], cancellationToken);
        var method = await db.Set<Payment>().Where(payment => payment.AccountId == row.AccountId && payment.Id == row.PaymentId)
            .Select(payment => payment.Method).SingleAsync(cancellationToken);
        var customer = await db.Set<Account>().Where(account => account.Id == row.AccountId).Select(account => account.Name).SingleAsync(cancellationToken);
        return new InvoiceDetails(
            views[0], method, customer,
            views.Skip(1).FirstOrDefault(view => view.Row.Id == row.CorrectsId),
            [.. views.Skip(1).Where(view => view.Row.CorrectsId == row.Id)]);
    }

    internal async Task<IReadOnlyList<InvoiceView>> ViewAsync(StorefrontDb db, IReadOnlyList<Invoice> rows, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (rows.Select(row => row.AccountId).Distinct().ToList(), rows.Select(row => row.OrderId).OfType<OrderId>().Distinct().ToList());
        var orders = await db.Set<Order>().AsNoTracking().Where(order => accounts.Contains(order.AccountId) && ids.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var views = new List<InvoiceView>(rows.Count);
        foreach (var row in rows)
        {
            var house = await handbooks.OfVersionAsync(db, row.HandbookVersion, cancellationToken);
            views.Add(new InvoiceView(
                row,
                row.Number is { } number ? handbooks.Present.Billing.Numbering.Write(row.Kind, number) : null,
                row.OrderId is { } order ? orders.GetValueOrDefault(order) : null,
                row.PlanKey is { } plan ? house.Plans.Find(plan) : null,
                house.Tax.Name,
                house.Tax.Rate));
        }

        return views;
    }
}
