using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>What the page shows that an invitation's link opens.</summary>
public sealed class InvitationReader(IDbContextFactory<StorefrontDb> contexts, BusinessClock clock)
{
    /// <summary>Null for a code that is none.</summary>
    /// <param name="code">As the link shows it.</param>
    /// <param name="viewer">Who is signed in; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<InvitationView?> FindAsync(string? code, Viewer? viewer, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var hash = InvitationCode.Hash(code);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<Invitation>().AsNoTracking().Where(row => row.CodeHash == hash)
            .Join(db.Set<Account>(), row => row.AccountId, account => account.Id, (row, account) => new { Row = row, account.Name, account.ErasedAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.ErasedAt is not null)
        {
            return null;
        }

        var (normalized, inviter) = (found.Row.Email.ToUpperInvariant(), found.Row.InvitedBy);
        var isIn = viewer is not null && await db.Set<Member>().AnyAsync(row => row.AccountId == found.Row.AccountId && row.UserId == viewer.UserId, cancellationToken);
        return new InvitationView(
            found.Row,
            found.Name,
            await db.Users.Where(user => user.Id == inviter).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "",
            await MemberBook.CheckAcceptanceAsync(db, found.Row, clock.GetCurrentInstant(), cancellationToken),
            viewer is null && await db.Users.AnyAsync(user => user.NormalizedEmail == normalized && user.EmailConfirmed, cancellationToken),
            viewer is not null && InvitedAddress.AreSame(viewer.Email, found.Row.Email),
            isIn);
    }
}

/// <summary>An invitation as its receiver sees it.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="AccountName">Whose it is.</param>
/// <param name="Inviter">Who asked.</param>
/// <param name="Ended">Why it cannot be accepted any more; null when it can.</param>
/// <param name="HasSignIn">Whether nobody is signed in, and the address has a password.</param>
/// <param name="IsReaders">Whether who is signed in has the address.</param>
/// <param name="IsIn">Whether who is signed in belongs to the account.</param>
public sealed record InvitationView(
    Invitation Invitation, string AccountName, string Inviter, Refusal? Ended, bool HasSignIn, bool IsReaders, bool IsIn);
