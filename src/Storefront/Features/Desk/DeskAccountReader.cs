using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>Customers as staff see them.</summary>
public sealed class DeskAccountReader(IDbContextFactory<StorefrontDb> contexts, BusinessClock clock)
{
    /// <summary>How many accounts a list shows.</summary>
    public const int PageSize = 50;

    private const int MostWords = 10;

    /// <summary>The accounts by name, a page of them.</summary>
    /// <param name="search">Words of the name, or of a member's name or address; null or empty for all.</param>
    /// <param name="page">From 0.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At most <see cref="PageSize"/>, and whether more follow.</returns>
    public async Task<(IReadOnlyList<DeskAccountLine> Lines, bool HasMore)> ListAsync(string? search, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Matching(db, search).OrderBy(account => account.FoldedName).ThenBy(account => account.Id)
            .Skip(page * PageSize).Take(PageSize + 1).Select(account => account.Id).ToListAsync(cancellationToken);
        AccountId[] shown = [.. found.Take(PageSize)];
        var accounts = await ReadAsync(db, shown, cancellationToken);
        var open = await db.Set<Ticket>().Unfinished().Where(ticket => shown.Contains(ticket.AccountId))
            .GroupBy(ticket => ticket.AccountId).Select(tickets => new { tickets.Key, Count = tickets.Count() })
            .ToDictionaryAsync(tickets => tickets.Key, tickets => tickets.Count, cancellationToken);
        var statuses = await db.Set<PlanSubscription>().AsNoTracking()
            .Where(row => shown.Contains(row.AccountId) && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => new { row.AccountId, row.Status }).ToDictionaryAsync(row => row.AccountId, row => row.Status, cancellationToken);
        return (
            [
                .. shown.Select(id => new DeskAccountLine(
                    accounts[id], statuses.TryGetValue(id, out var status) ? status : null, open.GetValueOrDefault(id))),
            ],
            found.Count > PageSize);
    }

    /// <summary>One account; null when there is none.</summary>
    public async Task<DeskAccount?> FindAsync(AccountId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ReadAsync(db, [id], cancellationToken)).GetValueOrDefault(id);
    }

    /// <summary>Those accounts with their plans and what is left of their hours, by id.</summary>
    internal async Task<IReadOnlyDictionary<AccountId, DeskAccount>> ReadAsync(
        StorefrontDb db, IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var plans = await db.Set<PlanSubscription>().AsNoTracking()
            .Where(row => ids.Contains(row.AccountId) && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => new { row.AccountId, row.PlanKey }).ToDictionaryAsync(row => row.AccountId, row => row.PlanKey, cancellationToken);
        var minutes = await db.Set<HourLotRow>().AsNoTracking()
            .Where(lot => ids.Contains(lot.AccountId) && !lot.Closed && lot.ExpiresAt > now)
            .GroupBy(lot => lot.AccountId).Select(lots => new { lots.Key, Minutes = lots.Sum(lot => lot.RemainingMinutes) })
            .ToDictionaryAsync(lots => lots.Key, lots => lots.Minutes, cancellationToken);
        var held = await db.Set<HourLedgerRow>().AsNoTracking().Where(ledger => ids.Contains(ledger.AccountId))
            .ToDictionaryAsync(ledger => ledger.AccountId, ledger => ledger.HeldMinutes, cancellationToken);
        var names = await db.Set<Account>().AsNoTracking().Where(account => ids.Contains(account.Id))
            .Select(account => new { account.Id, account.Name, account.IsDelicate }).ToListAsync(cancellationToken);
        return names.ToDictionary(account => account.Id, account => new DeskAccount(
            account.Id,
            account.Name,
            plans.GetValueOrDefault(account.Id),
            Math.Max(0, minutes.GetValueOrDefault(account.Id) - held.GetValueOrDefault(account.Id)),
            account.IsDelicate));
    }

    /// <summary>The account's members, owners first.</summary>
    internal static async Task<IReadOnlyList<DeskPerson>> ReadPeopleAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var people = await db.Set<Member>().AsNoTracking().Where(member => member.AccountId == account)
            .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { user.Id, member.Role, member.ApprovalLimitMinutes, member.JoinedAt, user.DisplayName, user.Email })
            .ToListAsync(cancellationToken);
        return [.. people.OrderBy(person => person.Role).ThenBy(person => person.JoinedAt).Select(person => new DeskPerson(person.Id, person.DisplayName, person.Email, person.Role, person.ApprovalLimitMinutes))];
    }

    /// <summary>The accounts in which every word is found: in the name, or in the name or the address of a member.</summary>
    private static IQueryable<Account> Matching(StorefrontDb db, string? search)
    {
        var accounts = db.Set<Account>().AsNoTracking();
        var words = (search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var word in words.Take(MostWords))
        {
            var (folded, address) = (FoldedText.Of(word), word.ToUpperInvariant());
            accounts = accounts.Where(account => account.FoldedName.Contains(folded)
                || db.Set<Member>().Any(member => member.AccountId == account.Id
                    && db.Users.Any(user => user.Id == member.UserId && (user.FoldedName.Contains(folded) || user.NormalizedEmail!.Contains(address)))));
        }

        return accounts;
    }
}

/// <summary>A customer as a line of the desk's list.</summary>
/// <param name="Account">The customer.</param>
/// <param name="Status">Where its subscription stands; null without one.</param>
/// <param name="OpenTickets">Tickets that are not finished.</param>
public sealed record DeskAccountLine(DeskAccount Account, PlanSubscriptionStatus? Status, int OpenTickets);
