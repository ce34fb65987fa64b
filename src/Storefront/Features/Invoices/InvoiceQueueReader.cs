using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>What the house has to issue, and what it has issued, of all accounts.</summary>
public sealed class InvoiceQueueReader(IDbContextFactory<StorefrontDb> contexts, InvoiceReader reader, Handbooks handbooks, BusinessClock clock)
{
    /// <summary>How many a page shows.</summary>
    public const int PageSize = 50;

    private LocalDate Today => handbooks.Present.Calendar.DateOf(clock.GetCurrentInstant());

    /// <summary>What waits, the oldest due first (FLU-20).</summary>
    /// <param name="after">The last one of the page before; null to begin.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At most <see cref="PageSize"/>, and where the next page begins; null when there is none.</returns>
    public async Task<(IReadOnlyList<QueuedInvoice> Lines, InvoiceCursor? Next)> ListWaitingAsync(InvoiceCursor? after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = db.Set<Invoice>().AsNoTracking().Where(row => row.Number == null);
        if (after is { } last)
        {
            waiting = waiting.Where(row => row.DueOn > last.DueOn || (row.DueOn == last.DueOn && row.Entry > last.Entry));
        }

        var rows = await waiting.OrderBy(row => row.DueOn).ThenBy(row => row.Entry).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await LinesAsync(db, rows, cancellationToken);
    }

    /// <summary>What was issued, the latest first.</summary>
    /// <param name="before">The last one of the page before; null to begin.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<QueuedInvoice> Lines, InvoiceCursor? Next)> ListIssuedAsync(InvoiceCursor? before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var issued = db.Set<Invoice>().AsNoTracking().Where(row => row.Number != null);
        if (before is { } last)
        {
            issued = issued.Where(row => row.Entry < last.Entry);
        }

        var rows = await issued.OrderByDescending(row => row.Entry).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await LinesAsync(db, rows, cancellationToken);
    }

    /// <summary>How many wait, and how many of them beyond their last day.</summary>
    public async Task<(int Waiting, int Overdue)> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = Today;
        var waiting = db.Set<Invoice>().Where(row => row.Number == null);
        return (await waiting.CountAsync(cancellationToken), await waiting.CountAsync(row => row.DueOn < today, cancellationToken));
    }

    private async Task<(IReadOnlyList<QueuedInvoice> Lines, InvoiceCursor? Next)> LinesAsync(
        StorefrontDb db, List<Invoice> rows, CancellationToken cancellationToken)
    {
        var shown = rows.Take(PageSize).ToList();
        var accounts = shown.Select(row => row.AccountId).Distinct().ToList();
        var names = await db.Set<Account>().Where(account => accounts.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var corrected = shown.Where(row => row.Number is null).Select(row => row.CorrectsId).OfType<InvoiceId>().ToList();
        var unissued = await db.Set<Invoice>()
            .Where(row => accounts.Contains(row.AccountId) && corrected.Contains(row.Id) && row.Number == null).Select(row => row.Id)
            .ToListAsync(cancellationToken);
        var today = Today;
        return (
            [
                .. (await reader.ViewAsync(db, shown, cancellationToken)).Select(view => new QueuedInvoice(
                    view,
                    names.GetValueOrDefault(view.Row.AccountId, ""),
                    view.Row.Number is null && InvoiceRules.IsOverdue(view.Row.DueOn, today),
                    view.Row.Number is null && view.Row.DueOn == today,
                    view.Row.CorrectsId is { } corrects && unissued.Contains(corrects))),
            ],
            rows.Count > PageSize ? new InvoiceCursor(shown[^1].DueOn, shown[^1].Entry) : null);
    }
}
