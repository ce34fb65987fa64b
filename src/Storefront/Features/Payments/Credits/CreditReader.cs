using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>Reads what the house owes an account.</summary>
public sealed class CreditReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>What there is, a currency each; none where there is nothing.</summary>
    public async Task<IReadOnlyList<Money>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ListAsync(db, account, cancellationToken);
    }

    internal static async Task<IReadOnlyList<Money>> ListAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var entries = db.Set<CreditEntry>().AsNoTracking().Where(entry => entry.AccountId == account);
        var latest = await entries
            .Where(entry => !entries.Any(later => later.Amount.Currency == entry.Amount.Currency && later.Sequence > entry.Sequence))
            .OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return [.. latest.Select(entry => new Money(entry.BalanceAfterMinorUnits, entry.Amount.Currency)).Where(left => left.IsPositive)];
    }

    /// <summary>What came beyond what an order costs and was not paid out again; nothing for one that is not paid.</summary>
    public async Task<Money> BeyondAsync(AccountId account, OrderView order, CancellationToken cancellationToken)
    {
        var none = Money.Zero(order.Total.Currency);
        if (order.Status != OrderStatus.Paid)
        {
            return none;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var beyond = await SumAsync(
            db, account, order.Id, none.Currency, entry => entry.Cause == CreditCause.Surplus || entry.Cause == CreditCause.PaidOut, cancellationToken);
        return beyond.IsPositive ? beyond : none;
    }

    /// <summary>What became credit when an order was withdrawn, or came for it since, and was not paid out.</summary>
    internal static Task<Money> KeptAsync(StorefrontDb db, Order order, Instant since, CancellationToken cancellationToken) => SumAsync(
        db, order.AccountId, order.Id, order.Total.Currency, entry => entry.At >= since && entry.Cause != CreditCause.Used, cancellationToken);

    private static async Task<Money> SumAsync(
        StorefrontDb db, AccountId account, OrderId order, Currency currency, Expression<Func<CreditEntry, bool>> which, CancellationToken cancellationToken) => new(
        await db.Set<CreditEntry>().Where(entry => entry.AccountId == account && entry.OrderId == order && entry.Amount.Currency == currency).Where(which)
            .SumAsync(entry => entry.Amount.MinorUnits, cancellationToken),
        currency);

    /// <summary>For staff: what there is, and by which payments it came; null where there is no such account.</summary>
    internal async Task<CreditDesk?> ReadDeskAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Account>().Where(row => row.Id == account).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return null;
        }

        var balances = await ListAsync(db, account, cancellationToken);
        var payments = await db.Set<Payment>().AsNoTracking()
            .Where(payment => payment.AccountId == account && payment.Status == PaymentStatus.Succeeded)
            .Where(payment => payment.CreditedMinorUnits > payment.CreditReturnedMinorUnits)
            .OrderBy(payment => payment.ReceivedAt).ToListAsync(cancellationToken);
        var loose = new List<Money>();
        foreach (var balance in balances)
        {
            loose.Add(await BookCredit.LooseAsync(db, account, balance.Currency, cancellationToken));
        }

        return new CreditDesk(name, balances, [.. payments.Where(payment => balances.Any(balance => balance.Currency == payment.Amount.Currency))], [.. loose.Where(left => left.IsPositive)]);
    }

    /// <summary>Where it came from and went, the latest first, with the orders' references.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="before">The place of the last line of the page before; null to begin.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<CreditLine>> ListLinesAsync(AccountId account, int? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<CreditEntry>().AsNoTracking()
            .Where(entry => entry.AccountId == account && (before == null || entry.Sequence < before))
            .OrderByDescending(entry => entry.Sequence).Take(most).ToListAsync(cancellationToken);
        var orders = rows.Select(row => row.OrderId).OfType<OrderId>().Distinct().ToList();
        var references = await db.Set<Order>().Where(order => order.AccountId == account && orders.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, order => order.Reference, cancellationToken);
        return [.. rows.Select(row => new CreditLine(row, row.OrderId is { } order ? references.GetValueOrDefault(order) : null))];
    }
}

/// <summary>A line of an account's credit.</summary>
/// <param name="Entry">The line.</param>
/// <param name="OrderReference">The order that was paid too much for, that it paid or that it came back from; null for none.</param>
public sealed record CreditLine(CreditEntry Entry, string? OrderReference)
{
    /// <summary>What was left in its currency after it.</summary>
    public Money After => Entry.Amount with { MinorUnits = Entry.BalanceAfterMinorUnits };
}

/// <summary>An account's credit as staff pay it out.</summary>
/// <param name="Account">What the account is called.</param>
/// <param name="Balances">What there is, a currency each.</param>
/// <param name="Payments">The payments that it came from, the first first.</param>
/// <param name="Loose">What of it no payment accounts for.</param>
public sealed record CreditDesk(string Account, IReadOnlyList<Money> Balances, IReadOnlyList<Payment> Payments, IReadOnlyList<Money> Loose);
