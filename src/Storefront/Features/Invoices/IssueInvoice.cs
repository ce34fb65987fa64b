using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>
/// Issues an invoice or a credit note: it gets the next number of its kind, taken in the same transaction as the row is written, so that no number
/// is ever left out, and the customer's owners get the link by mail.
/// </summary>
public sealed class IssueInvoice(AccountTransactions transactions, InvoiceMails mails, Handbooks handbooks)
{
    public Task<Result<Invoice>> HandleAsync(InvoiceKey key, Viewer staff, CancellationToken cancellationToken) =>
        staff.IsStaff
            ? transactions.RunAsync(key.AccountId, (scope, token) => IssueAsync(scope, key.Id, staff.UserId, token), cancellationToken)
            : Task.FromResult<Result<Invoice>>(new NotFound("invoice"));

    private async Task<Result<Invoice>> IssueAsync(AccountScope scope, InvoiceId id, UserId by, CancellationToken cancellationToken)
    {
        var account = scope.AccountId;
        if (await scope.Db.Set<Invoice>().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken) is not { } invoice)
        {
            return new NotFound("invoice");
        }

        var corrects = invoice.CorrectsId;
        var hasOriginal = corrects is null
            || await scope.Db.Set<Invoice>().AnyAsync(row => row.AccountId == account && row.Id == corrects && row.Number != null, cancellationToken);
        if (InvoiceRules.EnsureIssuable(invoice.Number, hasOriginal).Refusal is { } refusal)
        {
            return refusal;
        }

        var receivers = await mails.ReceiversAsync(scope, cancellationToken);
        var counter = invoice.Kind == InvoiceKind.Invoice ? HouseCounter.Invoices : HouseCounter.CreditNotes;
        var number = await scope.NextNumberAsync(counter, cancellationToken);
        invoice.Issue(number, scope.Account.Name, by, scope.Now);
        scope.Append(new InvoiceIssued(id, invoice.Kind, number, invoice.Total.MinorUnits, invoice.Total.Currency.Code));
        await mails.IssuedAsync(scope, invoice, handbooks.Present.Billing.Numbering.Write(invoice.Kind, number), receivers, cancellationToken);
        return invoice;
    }
}

/// <summary>What names a document among all accounts.</summary>
public readonly record struct InvoiceKey(AccountId AccountId, InvoiceId Id);
