using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Desk.Lists;

/// <summary>The people of the house.</summary>
public sealed class StaffReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<StaffPerson>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Select(user => new StaffPerson(user.Id, user.DisplayName)).ToListAsync(cancellationToken);
    }

    /// <summary>Whether that person works for the house.</summary>
    internal static Task<bool> IsStaffAsync(StorefrontDb db, UserId id, CancellationToken cancellationToken) =>
        Of(db).AnyAsync(user => user.Id == id, cancellationToken);

    private static IQueryable<User> Of(StorefrontDb db) => db.Users.AsNoTracking().Where(user => db.UserRoles.Any(given =>
        given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && role.Name == Role.Staff)));
}

/// <summary>Somebody of the house.</summary>
public sealed record StaffPerson(UserId Id, string Name);
