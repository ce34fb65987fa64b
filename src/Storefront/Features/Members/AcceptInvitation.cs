using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>
/// Somebody follows an invitation's link and joins the account: who is signed in under the invited address, or a newcomer, who gives a name and
/// a password. The link came by mail, so the address needs no other confirmation. Accepting twice is accepting once.
/// </summary>
public sealed class AcceptInvitation(
    AccountTransactions transactions,
    IDbContextFactory<StorefrontDb> contexts,
    UserManager<User> users,
    MemberDeparture departure,
    SiteLanguages languages,
    TimeProvider time)
{
    /// <param name="code">As the link shows it.</param>
    /// <param name="viewer">Who is signed in; null for nobody.</param>
    /// <param name="newcomer">What a newcomer gave; null for who is signed in.</param>
    /// <param name="cancellationToken">Stops it before anything was saved.</param>
    /// <returns>
    /// Refused with <see cref="NotFound"/> for a code that is none, with the reasons of <see cref="MemberBook.CheckAcceptanceAsync"/>,
    /// <see cref="InvitationForAnother"/>, <see cref="SignInFirst"/>, <see cref="StaffCannotJoin"/>, <see cref="TooManyMembers"/>, <see cref="PasswordTooWeak"/>.
    /// </returns>
    public async Task<Result<JoinedAccount>> HandleAsync(string? code, Viewer? viewer, Newcomer? newcomer, CancellationToken cancellationToken)
    {
        var hash = InvitationCode.Hash(code ?? "");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(row => row.CodeHash == hash, cancellationToken) is not { } found)
        {
            return new NotFound("invitation");
        }

        User? written = null;
        if (viewer is null)
        {
            if (newcomer is null)
            {
                return new SignInFirst();
            }

            if (PasswordRules.Check(newcomer.Password) is { } weak)
            {
                return weak;
            }

            written = Write(found.Email, newcomer);
            written.PasswordHash = users.PasswordHasher.HashPassword(written, newcomer.Password);
        }

        return await transactions.RunTogetherAsync(
            async (store, token) => [found.AccountId, .. written is null ? [] : await FindUnprovedAsync(store, written, token)],
            async (_, accounts, token) => accounts.FirstOrDefault(scope => scope.AccountId == found.AccountId) is { } invited
                ? await JoinAsync(invited, [.. accounts.Where(scope => scope != invited)], hash, viewer, written, token)
                : new NotFound("invitation"),
            cancellationToken);
    }

    /// <summary>What was opened under the address by somebody who never showed that it has it.</summary>
    private static Task<List<AccountId>> FindUnprovedAsync(StorefrontDb db, User written, CancellationToken cancellationToken)
    {
        var normalized = written.NormalizedEmail;
        return db.Set<Member>()
            .Where(row => db.Users.Any(user => user.Id == row.UserId && user.NormalizedEmail == normalized && !user.EmailConfirmed))
            .Select(row => row.AccountId)
            .ToListAsync(cancellationToken);
    }

    private async Task<Result<JoinedAccount>> JoinAsync(
        AccountScope scope, IReadOnlyList<AccountScope> unproved, byte[] hash, Viewer? viewer, User? written, CancellationToken cancellationToken)
    {
        var invitation = await scope.Db.Set<Invitation>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.CodeHash == hash, cancellationToken);
        if (invitation is null || scope.Account.ErasedAt is not null)
        {
            return new NotFound("invitation");
        }

        var members = await scope.Db.Set<Member>().Where(row => row.AccountId == scope.AccountId).ToListAsync(cancellationToken);
        if (viewer is not null && invitation.AcceptedBy == viewer.UserId && members.Exists(row => row.UserId == viewer.UserId))
        {
            return new JoinedAccount(scope.AccountId, viewer.UserId);
        }

        if (await MemberBook.CheckAcceptanceAsync(scope.Db, invitation, scope.Now, cancellationToken) is { } ended)
        {
            return ended;
        }

        if (!(await FindPersonAsync(scope, unproved, invitation, viewer, written, cancellationToken)).TryGet(out var person, out var refusal))
        {
            return refusal;
        }

        if (!members.Exists(row => row.UserId == person.Id))
        {
            if (members.Count >= InvitationRules.MostMembers)
            {
                return new TooManyMembers(InvitationRules.MostMembers);
            }

            scope.Db.Add(new Member
            {
                AccountId = scope.AccountId,
                Id = MemberId.New(scope.Now),
                UserId = person.Id,
                Role = invitation.Role,
                ApprovalLimitMinutes = invitation.ApprovalLimitMinutes,
                JoinedAt = scope.Now,
            });
            scope.Append(new MemberJoined(person.Id, invitation.Role, invitation.ApprovalLimitMinutes, invitation.Id));
        }

        (invitation.AcceptedAt, invitation.AcceptedBy) = (scope.Now, person.Id);
        await InvitationPost.WithdrawAsync(
            scope,
            scope.Db.Set<Invitation>().Where(row => row.AccountId == scope.AccountId && row.Email == invitation.Email && row.Id != invitation.Id),
            cancellationToken);

        return new JoinedAccount(scope.AccountId, person.Id);
    }

    private async Task<Result<User>> FindPersonAsync(
        AccountScope scope, IReadOnlyList<AccountScope> unproved, Invitation invitation, Viewer? viewer, User? written, CancellationToken cancellationToken)
    {
        if (viewer is { IsStaff: true })
        {
            return new StaffCannotJoin();
        }

        if (viewer is not null)
        {
            return InvitedAddress.AreSame(viewer.Email, invitation.Email)
                ? await scope.Db.Users.SingleAsync(user => user.Id == viewer.UserId, cancellationToken)
                : new InvitationForAnother(invitation.Email);
        }

        var normalized = written!.NormalizedEmail;
        if (await scope.Db.Users.SingleOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellationToken) is not { } known)
        {
            scope.Db.Add(written);
            return written;
        }

        if (known.EmailConfirmed)
        {
            return new SignInFirst();
        }

        // Whoever registered the address never showed that it has it: what it chose is of no worth to whoever does.
        (known.DisplayName, known.PasswordHash, known.SecurityStamp) = (written.DisplayName, written.PasswordHash, written.SecurityStamp);
        (known.Language, known.EmailConfirmed, known.LockoutEnd, known.AccessFailedCount) = (written.Language, true, null, 0);
        foreach (var other in unproved)
        {
            // So is what it opened: nobody could ever sign in there, and nobody is its owner any more.
            var opened = await other.Db.Set<Member>().SingleAsync(row => row.AccountId == other.AccountId && row.UserId == known.Id, cancellationToken);
            await departure.EndAsync(other, opened, cancellationToken);
            other.Append(new MemberLeft(known.Id));
        }

        return known;
    }

    private User Write(string email, Newcomer newcomer) => new()
    {
        Id = new UserId(Guid.CreateVersion7(time.GetUtcNow())),
        DisplayName = newcomer.Name.Trim(),
        UserName = email,
        NormalizedUserName = users.NormalizeName(email),
        Email = email,
        NormalizedEmail = users.NormalizeEmail(email),
        EmailConfirmed = true,
        Language = languages.Current.Code,
        SecurityStamp = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        LockoutEnabled = true,
    };
}

/// <summary>Where somebody has come.</summary>
/// <param name="Account">The account.</param>
/// <param name="Person">Who joined it.</param>
public sealed record JoinedAccount(AccountId Account, UserId Person);
