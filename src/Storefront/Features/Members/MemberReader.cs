using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Members;

/// <summary>Reads an account's people. Every question names the account, so that another's are not found (COM-06).</summary>
public sealed class MemberReader(StoreSnapshots snapshots, EventTypes eventTypes)
{
    private const int MostChanges = 50;

    // By these names it is found without reading the rest of the log.
    private readonly IReadOnlyList<string> names = eventTypes.NamesOf<MemberLogged>();

    /// <summary>Everybody of the account, who may do most first, with what is open and what has changed of late.</summary>
    public Task<MembersOverview> ReadAsync(AccountId account, UserId reader, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var changes = await ReadChangesAsync(db, account, token);
            return new MembersOverview(
                await db.Set<Account>().Where(row => row.Id == account).Select(row => row.Name).SingleAsync(token),
                await ListAsync(db, account, token),
                await InvitationsAsync(db, account, token),
                changes,
                await NamesAsync(db, changes.SelectMany(change => MemberHistory.PeopleOf(change.Happened)), token),
                await AddressesAsync(db, account, changes, token),
                await db.Set<Member>().CountAsync(row => row.UserId == reader && row.AccountId != account, token),
                await EventLogReader.LastSequenceAsync(db, account, EventStream.Customer, token));
        },
        cancellationToken);

    /// <summary>A member of the account; null when it has no such.</summary>
    public Task<MemberLine?> FindAsync(AccountId account, MemberId id, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) => (await ListAsync(db, account, token)).FirstOrDefault(line => line.Member.Id == id), cancellationToken);

    internal static async Task<IReadOnlyList<MemberLine>> ListAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Member>().AsNoTracking().Where(member => member.AccountId == account)
            .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { member, user.DisplayName, user.Email })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MemberLine(row.member, row.DisplayName, row.Email ?? "")).OrderBy(line => line.Member.Role).ThenBy(line => line.Member.JoinedAt).ThenBy(line => line.Member.Id.Value)];
    }

    /// <summary>Those that nobody accepted or took back, the newest first; also those that ran out, which can be sent again.</summary>
    internal static async Task<IReadOnlyList<Invitation>> InvitationsAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
        await db.Set<Invitation>().AsNoTracking()
            .Where(row => row.AccountId == account && row.AcceptedAt == null && row.WithdrawnAt == null)
            .OrderByDescending(row => row.SentAt).ThenBy(row => row.Email).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<MembersChange>> ReadChangesAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && names.Contains(row.Type))
            .OrderByDescending(row => row.Sequence).Take(MostChanges).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MembersChange(row.At, eventTypes.Read(row.Type, row.Version, row.Data)))];
    }

    private static async Task<IReadOnlyDictionary<UserId, string>> NamesAsync(StorefrontDb db, IEnumerable<UserId> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id))
            .Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<InvitationId, string>> AddressesAsync(
        StorefrontDb db, AccountId account, IEnumerable<MembersChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => MemberHistory.InvitationOf(change.Happened)).OfType<InvitationId>().Distinct().ToList();
        return await db.Set<Invitation>().AsNoTracking().Where(row => row.AccountId == account && ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Email }).ToDictionaryAsync(row => row.Id, row => row.Email, cancellationToken);
    }
}

/// <summary>A member with the name and the address that it goes by.</summary>
public sealed record MemberLine(Member Member, string Name, string Email);

/// <summary>Something that happened to an account's people.</summary>
public sealed record MembersChange(NodaTime.Instant At, AccountEvent Happened);

/// <summary>An account's people.</summary>
/// <param name="AccountName">Whose they are.</param>
/// <param name="Members">Everybody, who may do most first.</param>
/// <param name="Invitations">Those that nobody accepted or took back, the newest first.</param>
/// <param name="Changes">What happened of late, the latest first.</param>
/// <param name="Names">Of the people in it.</param>
/// <param name="Addresses">Of the invitations in it, as long as they are kept.</param>
/// <param name="OtherAccounts">How many more the reader belongs to.</param>
/// <param name="LastSequence">The last event that this includes.</param>
public sealed record MembersOverview(
    string AccountName,
    IReadOnlyList<MemberLine> Members,
    IReadOnlyList<Invitation> Invitations,
    IReadOnlyList<MembersChange> Changes,
    IReadOnlyDictionary<UserId, string> Names,
    IReadOnlyDictionary<InvitationId, string> Addresses,
    int OtherAccounts,
    long LastSequence);
