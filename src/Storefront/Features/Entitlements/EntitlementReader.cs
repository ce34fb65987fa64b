using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Entitlements;

/// <summary>What an account has beside hours, as its customer sees it.</summary>
/// <param name="Included">What the plan includes, in the house's order.</param>
/// <param name="Contact">Who looks after it, where the plan includes somebody and staff have said who; otherwise null.</param>
/// <param name="DirectChannel">Where its own channel is, where the plan includes one and it is there; otherwise null.</param>
/// <param name="Phones">Where it can call, where the plan includes it.</param>
public sealed record AccountEntitlements(
    ImmutableArray<Entitlement> Included, string? Contact, string? DirectChannel, ImmutableArray<ContactPoint> Phones)
{
    public bool Has(PlanService service) => Included.Any(entitlement => entitlement.Provides == service);
}

/// <summary>What staff know of an account: who looks after it, and whether and why it is delicate.</summary>
/// <param name="IsDelicate">Whether it is.</param>
/// <param name="Marks">Who said so or took it back, and why; the latest first.</param>
/// <param name="Contact">Who looks after it; null for nobody.</param>
/// <param name="ContactId">The same.</param>
/// <param name="DirectChannel">Where its own channel is; null for none.</param>
/// <param name="Included">What the plan includes.</param>
public sealed record AccountCareDetails(
    bool IsDelicate,
    IReadOnlyList<AccountMarkView> Marks,
    string? Contact,
    UserId? ContactId,
    string? DirectChannel,
    ImmutableArray<Entitlement> Included);

/// <summary>A mark, or that it was taken away; customers never see it.</summary>
/// <param name="IsDelicate">Whether the account is delicate from then on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Staff">Who wrote it; empty for somebody who was erased.</param>
/// <param name="At">When.</param>
[ObjectType("AccountMark")]
public sealed record AccountMarkView(bool IsDelicate, string Reason, string Staff, Instant At);

/// <summary>Reads what accounts have beside hours.</summary>
public sealed class EntitlementReader(IDbContextFactory<StorefrontDb> contexts, PlanServices services, Handbook handbook)
{
    /// <summary>As the customer sees it.</summary>
    public async Task<AccountEntitlements> ReadAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var included = await services.OfAsync(db, account, cancellationToken);
        var (contact, _, channel) = await CareAsync(db, account, cancellationToken);
        bool Has(PlanService service) => included.Any(entitlement => entitlement.Provides == service);
        return new AccountEntitlements(
            included,
            Has(PlanService.AssignedContact) ? contact : null,
            Has(PlanService.DirectChannel) ? channel : null,
            Has(PlanService.Phone) ? [.. handbook.House.Contacts.For(ContactPurpose.Support).Where(point => point.Kind == ContactKind.Phone)] : []);
    }

    /// <summary>As staff see it; null when there is no such account.</summary>
    public async Task<AccountCareDetails?> FindForStaffAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Accounts.Account>().AsNoTracking().Where(row => row.Id == account).Select(row => (bool?)row.IsDelicate)
            .SingleOrDefaultAsync(cancellationToken) is not { } isDelicate)
        {
            return null;
        }

        var (contact, contactId, channel) = await CareAsync(db, account, cancellationToken);
        return new AccountCareDetails(
            isDelicate, (await MarksAsync(db, [account], cancellationToken))[account].ToList(), contact, contactId, channel,
            await services.OfAsync(db, account, cancellationToken));
    }

    /// <summary>Who was marked and why, by account, the latest first.</summary>
    public async Task<ILookup<AccountId, AccountMarkView>> MarksAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MarksAsync(db, accounts, cancellationToken);
    }

    /// <summary>The house's people, by name.</summary>
    public async Task<IReadOnlyList<(UserId Id, string Name)>> StaffAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await ArrangeCare.StaffOf(db).AsNoTracking().OrderBy(user => user.FoldedName)
            .Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken);
        return [.. people.Select(person => (person.Id, person.DisplayName))];
    }

    /// <summary>A member of staff by its address; null when there is none.</summary>
    public async Task<UserId?> FindStaffAsync(string email, CancellationToken cancellationToken)
    {
        var address = email.Trim().ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ArrangeCare.StaffOf(db).Where(user => user.NormalizedEmail == address).Select(user => (UserId?)user.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<ILookup<AccountId, AccountMarkView>> MarksAsync(
        StorefrontDb db, IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken)
    {
        var rows = await (
            from mark in db.Set<AccountMark>().AsNoTracking()
            join user in db.Users on mark.StaffId equals user.Id into people
            from staff in people.DefaultIfEmpty()
            where accounts.Contains(mark.AccountId)
            orderby mark.At descending, mark.Id descending
            select new { mark.AccountId, View = new AccountMarkView(mark.IsDelicate, mark.Reason, staff.DisplayName ?? "", mark.At) }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.AccountId, row => row.View);
    }

    private static async Task<(string? Contact, UserId? Id, string? Channel)> CareAsync(
        StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var care = await db.Set<AccountCare>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account, cancellationToken);
        var contact = care?.ContactId is { } id
            ? await db.Users.Where(user => user.Id == id && !user.IsErased).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken)
            : null;
        return (contact, care?.ContactId, care?.DirectChannel);
    }
}
