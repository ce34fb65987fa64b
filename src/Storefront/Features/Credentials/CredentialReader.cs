using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>A credential as everybody may see it: that it is there, not what it hides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the customer calls it.</param>
/// <param name="Address">Where it is used; null when it goes without saying.</param>
/// <param name="StoredAt">When the customer stored it.</param>
/// <param name="Tickets">Numbers of the tickets that it is shared with, in order.</param>
public sealed record CredentialView(CredentialId Id, string Name, string? Address, Instant StoredAt, ImmutableArray<int> Tickets);

/// <summary>A credential that the staff of a ticket may ask to see.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the customer calls it.</param>
/// <param name="Address">Where it is used; null when it goes without saying.</param>
/// <param name="Seen">When it was shown since it was shared, and to whom; null when it can still be asked for.</param>
public sealed record SharedCredential(CredentialId Id, string Name, string? Address, SeenCredential? Seen);

/// <summary>That a credential was shown.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="CredentialId">Which.</param>
/// <param name="TicketId">For which ticket.</param>
/// <param name="At">When.</param>
/// <param name="Staff">Name of who saw it.</param>
public sealed record SeenCredential(AccountId AccountId, CredentialId CredentialId, TicketId TicketId, Instant At, string Staff);

/// <summary>One time that a credential was shown.</summary>
/// <param name="CredentialName">The credential's name; it may have been deleted since.</param>
/// <param name="Ticket">Number of the ticket for which it was.</param>
/// <param name="Staff">Name of who saw it.</param>
/// <param name="At">When.</param>
public sealed record CredentialRevealView(string CredentialName, int Ticket, string Staff, Instant At);

/// <summary>Reads what is in an account's safe and who looked into it. What is hidden is not among it.</summary>
public sealed class CredentialReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>The account's credentials, by name.</summary>
    public async Task<IReadOnlyList<CredentialView>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Credential>().AsNoTracking().Where(row => row.AccountId == account)
            .OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var shares = (await (
            from share in db.Set<CredentialShare>().AsNoTracking()
            join ticket in db.Set<Ticket>() on new { share.AccountId, Id = share.TicketId } equals new { ticket.AccountId, ticket.Id }
            where share.AccountId == account
            orderby ticket.Number
            select new { share.CredentialId, ticket.Number }).ToListAsync(cancellationToken)).ToLookup(share => share.CredentialId, share => share.Number);
        return [.. rows.Select(row => new CredentialView(row.Id, row.Name, row.Address, row.StoredAt, [.. shares[row.Id]]))];
    }

    /// <summary>A credential with what it hides, closed; null when the account has no such one.</summary>
    public async Task<Credential?> FindAsync(AccountId account, CredentialId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Credential>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
    }

    /// <summary>Those that are shared with a ticket, by name.</summary>
    public async Task<IReadOnlyList<SharedCredential>> OfTicketAsync(TicketKey key, CancellationToken cancellationToken) =>
        [.. (await OfTicketsAsync([key], cancellationToken))[key]];

    /// <summary>Those that are shared with each of the tickets, by name.</summary>
    public async Task<ILookup<TicketKey, SharedCredential>> OfTicketsAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var shared = await (
            from share in db.Set<CredentialShare>().AsNoTracking()
            join row in db.Set<Credential>() on new { share.AccountId, Id = share.CredentialId } equals new { row.AccountId, row.Id }
            where accounts.Contains(share.AccountId) && ids.Contains(share.TicketId)
            orderby row.Name, row.Id
            select new { Share = share, row.Name, row.Address }).ToListAsync(cancellationToken);
        var seen = await Seen(db, accounts, ids).ToListAsync(cancellationToken);
        return shared.ToLookup(
            row => new TicketKey(row.Share.AccountId, row.Share.TicketId),
            row => new SharedCredential(row.Share.CredentialId, row.Name, row.Address, First(seen, row.Share)));
    }

    /// <summary>Who was shown what, the latest first.</summary>
    public async Task<IReadOnlyList<CredentialRevealView>> RevealsAsync(AccountId account, int first, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from reveal in db.Set<CredentialReveal>().AsNoTracking()
            join ticket in db.Set<Ticket>() on new { reveal.AccountId, Id = reveal.TicketId } equals new { ticket.AccountId, ticket.Id }
            join user in db.Users on reveal.StaffId equals user.Id into people
            from staff in people.DefaultIfEmpty()
            where reveal.AccountId == account
            orderby reveal.At descending, reveal.Id descending
            select new CredentialRevealView(reveal.CredentialName, ticket.Number, staff.DisplayName ?? "", reveal.At)).Take(first).ToListAsync(cancellationToken);
    }

    /// <summary>The time that it was shown since it was shared; null when it can still be asked for.</summary>
    internal static async Task<SeenCredential?> SeenAsync(StorefrontDb db, CredentialShare share, CancellationToken cancellationToken) =>
        First(await Seen(db, [share.AccountId], [share.TicketId]).ToListAsync(cancellationToken), share);

    private static SeenCredential? First(IEnumerable<SeenCredential> seen, CredentialShare share) => seen
        .Where(reveal => (reveal.AccountId, reveal.TicketId, reveal.CredentialId) == (share.AccountId, share.TicketId, share.CredentialId) && reveal.At >= share.SharedAt)
        .MinBy(reveal => reveal.At);

    private static IQueryable<SeenCredential> Seen(StorefrontDb db, IReadOnlyList<AccountId> accounts, IReadOnlyList<TicketId> tickets) =>
        from reveal in db.Set<CredentialReveal>().AsNoTracking()
        join user in db.Users on reveal.StaffId equals user.Id into people
        from staff in people.DefaultIfEmpty()
        where accounts.Contains(reveal.AccountId) && tickets.Contains(reveal.TicketId)
        select new SeenCredential(reveal.AccountId, reveal.CredentialId, reveal.TicketId, reveal.At, staff.DisplayName ?? "");
}
