using System.Globalization;
using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Hosting.Viewers;

/// <summary>Finds who asks, and what of it is true now: a member that was removed is none, a token of a person that lost its role neither.</summary>
public sealed class ViewerResolver(IDbContextFactory<StorefrontDb> contexts, TokenUses uses, TimeProvider time)
{
    /// <summary>The claim of a session that names the state of its person's sign-in: a new password makes another one, which ends all sessions.</summary>
    internal static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The viewer of a session.</summary>
    /// <param name="principal">As the cookie says.</param>
    /// <param name="wished">The account that was chosen; no other is opened when the person does not belong to it. Null opens the one it joined first.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<Viewer?> OfSessionAsync(ClaimsPrincipal principal, AccountId? wished, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = principal.FindFirstValue(StampClaim);
        return await FindAsync(db, new UserId(id), wished, token: null, user => user.SecurityStamp == stamp, cancellationToken);
    }

    /// <summary>The viewer of a token; null when it is unknown, expired or revoked.</summary>
    public async Task<Viewer?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = ApiTokenText.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (found is null || found.RevokedAt is not null || found.ExpiresAt <= now)
        {
            return null;
        }

        var viewer = await FindAsync(db, found.UserId, found.AccountId, new ViewerToken(found.Id, TokenScopes.Parse(found.Scopes)), _ => true, cancellationToken);
        if (viewer is null || viewer.AccountId != found.AccountId)
        {
            return null;
        }

        if (found.LastUsedAt is null || now - found.LastUsedAt > Duration.FromMinutes(1))
        {
            uses.Note(found.Id, now);
        }

        return viewer;
    }

    private static async Task<Viewer?> FindAsync(
        StorefrontDb db, UserId id, AccountId? wished, ViewerToken? token, Expression<Func<User, bool>> isStill, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().Where(user => user.Id == id && !user.IsErased).Where(isStill)
            .Select(user => new
            {
                user.DisplayName,
                user.Email,
                user.Language,
                IsStaff = db.UserRoles.Any(given => given.UserId == id && db.Roles.Any(role => role.Id == given.RoleId && role.Name == Role.Staff)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (user is null)
        {
            return null;
        }

        // A token opens its own account or, for staff, none; a session opens the one chosen, else the one joined first.
        var member = token is not null && wished is null
            ? null
            : await db.Set<Member>().AsNoTracking().Where(member => member.UserId == id && (wished == null || member.AccountId == wished))
                .OrderBy(member => member.JoinedAt).ThenBy(member => member.Id)
                .FirstOrDefaultAsync(cancellationToken);
        return new Viewer(id, user.DisplayName, user.Email ?? "", user.IsStaff, member?.AccountId, member?.Role, user.Language, token);
    }
}
