using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>A known person who wrote.</summary>
/// <param name="User">The person.</param>
/// <param name="IsStaff">Whether it works on the desk.</param>
/// <param name="Memberships">Its accounts, the one joined first before the others.</param>
internal sealed record InboundSender(User User, bool IsStaff, IReadOnlyList<(AccountId Account, MemberRole Role)> Memberships)
{
    /// <summary>The person as actions know it; null for an account that it does not belong to.</summary>
    public Viewer? In(AccountId account) => Memberships.Where(member => member.Account == account)
        .Select(member => new Viewer(User.Id, User.DisplayName, User.Email ?? "", IsStaff: false, account, member.Role, User.Language, Token: null))
        .FirstOrDefault();

    public Viewer AsStaff => new(User.Id, User.DisplayName, User.Email ?? "", IsStaff: true, AccountId: null, Role: null, User.Language, Token: null);
}

/// <summary>Finds who wrote, by a confirmed address or a linked number.</summary>
internal sealed class InboundSenders(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>The person; null when nobody is known by that.</summary>
    public async Task<InboundSender?> FindAsync(InboundWay way, string sender, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = db.Users.AsNoTracking().Where(user => !user.IsErased);
        var normalized = sender.ToUpperInvariant();
        var found = way == InboundWay.Email
            ? people.Where(user => user.NormalizedEmail == normalized && user.EmailConfirmed)
            : people.Where(user => db.Set<MessagingLink>().Any(link => link.UserId == user.Id && link.Number == sender));
        if (await found.FirstOrDefaultAsync(cancellationToken) is not { } user)
        {
            return null;
        }

        var isStaff = await db.UserRoles.AnyAsync(given => given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && role.Name == Role.Staff), cancellationToken);
        var members = await db.Set<Member>().AsNoTracking().Where(member => member.UserId == user.Id).OrderBy(member => member.JoinedAt)
            .Select(member => new { member.AccountId, member.Role }).ToListAsync(cancellationToken);
        return new InboundSender(user, isStaff, [.. members.Select(member => (member.AccountId, member.Role))]);
    }
}
