using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>An invoice or a credit note of the house, issued or still to be.</summary>
[ObjectType<Invoice>("IssuedInvoice")]
public static class InvoiceType
{
    public static void Configure(IObjectTypeDescriptor<Invoice> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(invoice => invoice.Kind).Description("Whether it is an invoice or a credit note.");
        descriptor.Field(invoice => invoice.Tax).Description("The tax.");
        descriptor.Field(invoice => invoice.Total).Description("Net and tax: what came or, on a credit note, went back.");
        descriptor.Field(invoice => invoice.PaidOn).Description("The house's day on which the money came or went.");
        descriptor.Field(invoice => invoice.DueOn).Description("The day by which the house has to issue it; it says nothing of payment.");
        descriptor.Field(invoice => invoice.IssuedAt).Description("When it was issued; null while it waits.");
        descriptor.Field(invoice => invoice.BilledTo).Description("Whom it is made out to; null while it waits, and once the customer's data was erased.");
        descriptor.Field(invoice => invoice.TermStart).Description("The first day that was paid for; null where none was.");
        descriptor.Field(invoice => invoice.TermEnd).Description("The day after the last day that was paid for; null where none was.");
    }

    /// <summary>The document's id, opaque.</summary>
    public static InvoiceKey GetId([Parent] Invoice invoice) => new(invoice.AccountId, invoice.Id);

    /// <summary>Its number, as it is printed; null while it waits. Each kind counts without gaps.</summary>
    public static string? Number([Parent] Invoice invoice, Handbook handbook) =>
        invoice.Number is { } number ? handbook.Billing.Numbering.Write(invoice.Kind, number) : null;

    /// <summary>Without tax.</summary>
    public static Money Amount([Parent] Invoice invoice) => invoice.Net;

    /// <summary>The address of its page, which is made for paper.</summary>
    public static string Url([Parent] Invoice invoice, OwnAddress address) =>
        address.To(string.Create(CultureInfo.InvariantCulture, $"invoices/{invoice.Id.Value:D}")).AbsoluteUri;

    /// <summary>The reference of the order that was paid; null for a renewal.</summary>
    public static async Task<string?> OrderReferenceAsync([Parent] Invoice invoice, OrderReferenceDataLoader orders, CancellationToken cancellationToken) =>
        invoice.OrderId is { } order ? await orders.LoadAsync((invoice.AccountId, order), cancellationToken) : null;

    /// <summary>The invoice that a credit note corrects; null for an invoice.</summary>
    public static async Task<Invoice?> CorrectsAsync([Parent] Invoice invoice, InvoiceByKeyDataLoader invoices, CancellationToken cancellationToken) =>
        invoice.CorrectsId is { } corrects ? await invoices.LoadAsync(new InvoiceKey(invoice.AccountId, corrects), cancellationToken) : null;

    [NodeResolver]
    [Authorize(Scopes = ["billing:read"])]
    public static Task<Invoice?> FindIssuedInvoiceAsync(
        InvoiceKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, InvoiceByKeyDataLoader invoices, CancellationToken cancellationToken) =>
        viewer is not null && (viewer.IsStaff || viewer.AccountId == key.AccountId)
            ? invoices.LoadAsync(key, cancellationToken)
            : Task.FromResult<Invoice?>(null);
}

/// <summary>The invoices of an account.</summary>
[ExtendObjectType<AccountView>]
public static class AccountInvoices
{
    /// <summary>The house's invoices and credit notes for the account, those still to be issued included; the latest first.</summary>
    [UsePaging(Keys = [$"{nameof(Invoice.Entry)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [Authorize(Scopes = ["billing:read"])]
    public static IQueryable<Invoice> IssuedInvoices([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<Invoice>().AsNoTracking().Where(invoice => invoice.AccountId == account.AccountId);
}

/// <summary>What the house has to issue.</summary>
[ExtendObjectType<DeskView>]
public static class DeskInvoices
{
    /// <summary>Invoices and credit notes that wait to be issued, in the order in which the money came or went.</summary>
    [UsePaging(Keys = [nameof(Invoice.Entry)], DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<Invoice> InvoicesToIssue([Parent] DeskView desk, ListContexts contexts) =>
        contexts.Create().Set<Invoice>().AsNoTracking().Where(invoice => invoice.Number == null);
}

/// <summary>Invoices by key. Whether the viewer may see one is asked where the key comes from.</summary>
public sealed class InvoiceByKeyDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<InvoiceKey, Invoice?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<InvoiceKey, Invoice?>> LoadBatchAsync(IReadOnlyList<InvoiceKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Select(key => key.AccountId).Distinct().ToList(), keys.Select(key => key.Id).ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Invoice>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.Id)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => new InvoiceKey(row.AccountId, row.Id), Invoice? (row) => row);
    }
}

/// <summary>What orders are quoted by.</summary>
public sealed class OrderReferenceDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<(AccountId Account, OrderId Order), string?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(AccountId Account, OrderId Order), string?>> LoadBatchAsync(
        IReadOnlyList<(AccountId Account, OrderId Order)> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Select(key => key.Account).Distinct().ToList(), keys.Select(key => key.Order).ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Order>().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.Id))
            .Select(row => new { row.AccountId, row.Id, row.Reference }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.AccountId, row.Id), string? (row) => row.Reference);
    }
}

/// <summary>Issuing through the API.</summary>
[MutationType]
public static class InvoiceMutations
{
    /// <summary>Issues an invoice or a credit note: it gets the next number of its kind, and the customer's owners the link by mail. For staff only.</summary>
    /// <param name="invoiceId">The invoice or credit note, which waits to be issued.</param>
    /// <param name="viewer">Who issues it.</param>
    /// <param name="action">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<InvoiceAlreadyIssued>]
    [Error<InvoiceFirst>]
    [Error<NotFound>]
    public static Task<Result<Invoice>> IssueInvoiceAsync(
        [ID("IssuedInvoice")] InvoiceKey invoiceId, [GlobalState(ApiViewer.Key)] Viewer viewer, IssueInvoice action, CancellationToken cancellationToken) =>
        action.HandleAsync(invoiceId, viewer, cancellationToken);
}
