using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Payments;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Invoices;

/// <summary>
/// Puts payments on paper that came before there were invoices (FLU-20): account by account, each by what puts down any payment that an action
/// touches. Broken off it goes on where it was; done again it changes nothing.
/// </summary>
internal sealed class BackfillInvoices(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions) : IDueWorkHandler
{
    public const string DueWorkKind = "invoices.backfill";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        foreach (var account in await AccountsAsync(cancellationToken))
        {
            await transactions.RunAsync<Done>(
                account,
                async (scope, token) =>
                {
                    await Missing(scope.Db).Where(payment => payment.AccountId == account).LoadAsync(token);
                    return Done.Value;
                },
                cancellationToken);
        }
    }

    private async Task<List<AccountId>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Missing(db).Select(payment => payment.AccountId).Distinct().ToListAsync(cancellationToken);
    }

    private static IQueryable<Payment> Missing(StorefrontDb db) => db.Set<Payment>()
        .Where(payment => payment.Status == PaymentStatus.Succeeded || payment.Status == PaymentStatus.Refunded)
        .Where(payment => payment.Amount.MinorUnits > payment.CreditedMinorUnits && (payment.Problem == null || payment.TermStart != null || PaymentProblems.OfReturns.Contains(payment.Problem)))
        .Where(payment => !db.Set<Invoice>().Any(invoice => invoice.AccountId == payment.AccountId && invoice.PaymentId == payment.Id));
}

/// <summary>Asks for the backfill when a program with invoices first runs on a database, and not again while that is remembered.</summary>
internal sealed class InvoiceBackfillStart(AccountTransactions transactions, IHostApplicationLifetime lifetime, ILogger<InvoiceBackfillStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        try
        {
            await transactions.RunAsync<Done>(
                async (scope, token) =>
                {
                    if (!await scope.Db.Set<DueWorkRow>().AnyAsync(work => work.Key == BackfillInvoices.DueWorkKind, token))
                    {
                        await scope.ScheduleAsync(BackfillInvoices.DueWorkKind, BackfillInvoices.DueWorkKind, scope.Now, cancellationToken: token);
                    }

                    return Done.Value;
                },
                stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Payments from before there were invoices could not be looked for; they are when the program starts again");
        }
    }
}
