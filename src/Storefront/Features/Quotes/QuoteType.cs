using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>One version of what a ticket's work will take, for the customer to decide on.</summary>
[ObjectType<QuoteRow>("Quote")]
public static class QuoteType
{
    public static void Configure(IObjectTypeDescriptor<QuoteRow> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(quote => quote.Version).Description("Its place among the ticket's versions, from 1.");
        descriptor.Field(quote => quote.Settlement).Description("What it is settled in.");
        descriptor.Field(quote => quote.Status).Description("Where it stands.");
        descriptor.Field(quote => quote.Minutes).Description("The most that the work takes: as it is charged, or worked where it is settled in money.");
        descriptor.Field(quote => quote.Description).Description("What is included.");
        descriptor.Field(quote => quote.HeldMinutes).Description("The minutes that it holds of the account's hours.");
        descriptor.Field(quote => quote.IssuedAt).Description("When it was issued.");
        descriptor.Field(quote => quote.ExpiresAt).Description("Until when it can be approved, exclusive.");
        descriptor.Field(quote => quote.DecidedAt).Description("When it was decided, withdrawn, replaced or ran out; null while it waits.");
        descriptor.Field(quote => quote.DeclineReason).Description("Why the customer did not want it; null when it was not declined.");
    }

    /// <summary>The quote's id, opaque.</summary>
    public static QuoteKey GetId([Parent] QuoteRow quote) => quote.Key;

    [NodeResolver]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static Task<QuoteRow?> FindQuoteAsync(
        QuoteKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, QuoteByKeyDataLoader quotes, CancellationToken cancellationToken) =>
        viewer is not null && viewer.MaySee(key.AccountId) ? quotes.LoadAsync(key, cancellationToken) : Task.FromResult<QuoteRow?>(null);

    /// <summary>The ticket whose work it is.</summary>
    public static async Task<Ticket> TicketAsync([Parent] QuoteRow quote, TicketByKeyDataLoader tickets, CancellationToken cancellationToken) =>
        (await tickets.LoadAsync(new TicketKey(quote.AccountId, quote.TicketId), cancellationToken))!;

    /// <summary>The minutes that the ticket's work took under its versions so far.</summary>
    public static async Task<int> UsedMinutesAsync([Parent] QuoteRow quote, TicketWorkLogsDataLoader logs, CancellationToken cancellationToken) =>
        QuoteBook.Used((await logs.LoadAsync(new TicketKey(quote.AccountId, quote.TicketId), cancellationToken) ?? []).Select(view => view.Log));

    /// <summary>What an hour cost when it was issued, net; null for a price by itself, and for hours.</summary>
    public static Money? HourlyRate([Parent] QuoteRow quote) => quote.HourlyRate.IsZero ? null : quote.HourlyRate;

    /// <summary>The price, net; null for hours.</summary>
    public static Money? Amount([Parent] QuoteRow quote) => InMoney(quote) ? quote.Net : null;

    /// <summary>The tax on the price; null for hours.</summary>
    public static Money? Tax([Parent] QuoteRow quote) => InMoney(quote) ? quote.Tax : null;

    /// <summary>What is to be paid, tax included; null for hours.</summary>
    public static Money? Total([Parent] QuoteRow quote) => InMoney(quote) ? quote.Total : null;

    /// <summary>The order that asks for its price; null while there is none, and for hours.</summary>
    [Authorize(Scopes = ["billing:read"])]
    public static async Task<OrderInfo?> OrderAsync([Parent] QuoteRow quote, OrderByQuoteDataLoader orders, CancellationToken cancellationToken) =>
        await orders.LoadAsync(quote.Key, cancellationToken) is { } order ? OrderInfo.Of(order) : null;

    private static bool InMoney(QuoteRow quote) => quote.Settlement == QuoteSettlement.Money;
}

/// <summary>The quotes of a ticket.</summary>
[ExtendObjectType<Ticket>]
public static class TicketQuotesFields
{
    /// <summary>The versions of its quote, the newest first.</summary>
    [ListSize(AssumedSize = 4)]
    public static async Task<IReadOnlyList<QuoteRow>> QuotesAsync([Parent] Ticket ticket, TicketQuotesDataLoader quotes, CancellationToken cancellationToken) =>
        await quotes.LoadAsync(ticket.Key, cancellationToken) ?? [];
}

/// <summary>The quotes of an account.</summary>
[ExtendObjectType<AccountView>]
public static class AccountQuotes
{
    /// <summary>The account's quotes, every version; the latest issued come first unless an order is given.</summary>
    [UsePaging(Keys = [$"{nameof(QuoteRow.IssuedAt)} desc", $"{nameof(QuoteRow.Version)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(nameof(QuoteRow.Status), nameof(QuoteRow.IssuedAt), nameof(QuoteRow.ExpiresAt))]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static IQueryable<QuoteRow> Quotes([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<QuoteRow>().AsNoTracking().Where(quote => quote.AccountId == account.AccountId);
}

/// <summary>Quotes by key. Whether the viewer may see one is asked where the key comes from.</summary>
public sealed class QuoteByKeyDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<QuoteKey, QuoteRow?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<QuoteKey, QuoteRow?>> LoadBatchAsync(IReadOnlyList<QuoteKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Select(key => key.AccountId).Distinct().ToList(), keys.Select(key => key.Id).ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<QuoteRow>().AsNoTracking().Where(quote => accounts.Contains(quote.AccountId) && ids.Contains(quote.Id)).ToListAsync(cancellationToken);
        return rows.ToDictionary(quote => quote.Key, QuoteRow? (quote) => quote);
    }
}

/// <summary>The orders that ask for the prices of quotes.</summary>
public sealed class OrderByQuoteDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, OrderReader orders)
    : BatchDataLoader<QuoteKey, OrderView?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<QuoteKey, OrderView?>> LoadBatchAsync(IReadOnlyList<QuoteKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<QuoteKey, OrderView?>();
        foreach (var own in keys.GroupBy(key => key.AccountId))
        {
            foreach (var (quote, order) in await orders.ListByQuoteAsync(own.Key, [.. own.Select(key => key.Id)], cancellationToken))
            {
                found[new QuoteKey(own.Key, quote)] = order;
            }
        }

        return found;
    }
}

/// <summary>The quotes of tickets, the newest version first.</summary>
public sealed class TicketQuotesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<TicketKey, QuoteRow>(scheduler, options)
{
    protected override async Task<ILookup<TicketKey, QuoteRow>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<QuoteRow>().AsNoTracking().Where(quote => accounts.Contains(quote.AccountId) && ids.Contains(quote.TicketId))
            .OrderByDescending(quote => quote.Version).ToListAsync(cancellationToken);
        return rows.ToLookup(quote => new TicketKey(quote.AccountId, quote.TicketId));
    }
}
