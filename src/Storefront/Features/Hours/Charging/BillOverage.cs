using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;

namespace Storefront.Features.Hours.Charging;

/// <summary>Puts work beyond the included hours on the customer's next invoice (FEN-12): told to Stripe under its own key, then ticked off.</summary>
internal sealed class BillOverage(
    IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, StripeClient stripe, InvoiceItemText texts) : IDueWorkHandler
{
    internal const string DueWorkKind = "overage.bill";

    /// <summary>Has one overage put on the next invoice.</summary>
    internal static Task ScheduleAsync(AccountScope scope, OverageId id, CancellationToken cancellationToken) =>
        scope.ScheduleAsync(DueWorkKind, $"overage:{id.Value:N}", scope.Now, scope.AccountId, id.ToString(), cancellationToken);

    /// <summary>Has everything put on the next invoice that waited for somebody who invoices.</summary>
    internal static async Task ScheduleWaitingAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var waiting = await scope.Db.Set<HourOverage>()
            .Where(overage => overage.AccountId == scope.AccountId && overage.BilledAt == null).Select(overage => overage.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            await ScheduleAsync(scope, id, cancellationToken);
        }
    }

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var account = work.AccountId!.Value;
        var id = OverageId.From(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        if (await FindAsync(account, id, cancellationToken) is not { } bill)
        {
            return;
        }

        var standing = await stripe.V1.Subscriptions.GetAsync(bill.StripeSubscriptionId, cancellationToken: cancellationToken);
        await AddAsync("net", bill.Overage.Net, texts.DescribeOverage(bill.Number, bill.Overage.Minutes, bill.Language));
        await AddAsync("tax", bill.Overage.Tax, texts.DescribeTax(bill.Language));
        await transactions.RunAsync<Done>(account, async (scope, token) =>
        {
            var row = await scope.Db.Set<HourOverage>().SingleAsync(row => row.AccountId == account && row.Id == id, token);
            row.BilledAt ??= scope.Now;
            return Done.Value;
        },
        cancellationToken);

        async Task AddAsync(string part, Money amount, string text)
        {
            if (!amount.IsZero)
            {
                await stripe.V1.InvoiceItems.CreateAsync(
                    new InvoiceItemCreateOptions
                    {
                        Customer = standing.CustomerId,
                        Subscription = standing.Id,
                        Amount = StripeAmount.Of(amount),
                        Currency = StripeAmount.CodeOf(amount.Currency),
                        Description = text,
                        Metadata = new() { ["overage"] = id.ToString(), ["line"] = part },
                    },
                    new RequestOptions { IdempotencyKey = $"overage:{id}:{part}" },
                    cancellationToken);
            }
        }
    }

    private async Task<Bill?> FindAsync(AccountId account, OverageId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var overage = await db.Set<HourOverage>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id && row.BilledAt == null, cancellationToken);
        if (overage is null)
        {
            return null;
        }

        var stripeId = await db.Set<PlanSubscription>()
            .Where(row => row.AccountId == account && row.StripeSubscriptionId != null && row.EndedAt == null)
            .Select(row => row.StripeSubscriptionId).FirstOrDefaultAsync(cancellationToken);
        var number = await db.Set<Ticket>().Where(ticket => ticket.AccountId == account && ticket.Id == overage.TicketId)
            .Select(ticket => ticket.Number).SingleAsync(cancellationToken);
        var language = await db.Set<Accounts.Account>().Where(row => row.Id == account).Select(row => row.Language).SingleAsync(cancellationToken);
        return stripeId is null ? null : new Bill(overage, stripeId, number, language);
    }

    private sealed record Bill(HourOverage Overage, string StripeSubscriptionId, int Number, string Language);
}
