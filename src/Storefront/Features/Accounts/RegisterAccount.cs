using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Localization;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>
/// A newcomer opens an account and becomes its owner; a mail asks to confirm the address. Whoever gives an address that is known learns
/// nothing on the page: its owner is told by mail.
/// </summary>
public sealed class RegisterAccount(
    AccountTransactions transactions, UserManager<User> users, AccountMails mails, Handbook handbook, SiteLanguages languages, TimeProvider time)
{
    /// <param name="input">What the form or a program gave; trimmed here.</param>
    /// <param name="returnTo">The local page to go on to after the confirmation; null for none.</param>
    /// <param name="cancellationToken">Stops before anything was saved.</param>
    /// <returns>Refused with <see cref="PasswordTooWeak"/>.</returns>
    public async Task<Result<Done>> HandleAsync(Registration input, string? returnTo, CancellationToken cancellationToken)
    {
        if (PasswordRules.Check(input.Password) is { } weak)
        {
            return weak;
        }

        var user = NewUser(input);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, input.Password);
        if (await users.FindByEmailAsync(user.Email!) is { } known)
        {
            return await RemindAsync(known, returnTo, cancellationToken);
        }

        var code = await users.GenerateEmailConfirmationTokenAsync(user);
        return await transactions.OpenAsync(
            now => new Account
            {
                Id = AccountId.New(now),
                Name = input.Company.Trim(),
                House = handbook.House.Key,
                Language = languages.Current.Code,
                TimeZone = handbook.Zone.Id,
                CreatedAt = now,
            },
            async (scope, token) =>
            {
                // Somebody else may have registered the address since we looked.
                if (await scope.Db.Users.AnyAsync(row => row.NormalizedEmail == user.NormalizedEmail, token))
                {
                    return new EmailTaken();
                }

                scope.Db.Add(user);
                scope.Db.Add(new Member { AccountId = scope.AccountId, Id = MemberId.New(scope.Now), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = scope.Now });
                await mails.ConfirmationAsync(scope, user, code, returnTo, token);
                return (Result<Done>)Done.Value;
            },
            cancellationToken) is { Refusal: not (null or EmailTaken) } refused ? refused : Done.Value;
    }

    private User NewUser(Registration input)
    {
        var email = input.Email.Trim();
        return new User
        {
            Id = new UserId(Guid.CreateVersion7(time.GetUtcNow())),
            DisplayName = input.Name.Trim(),
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            Language = languages.Current.Code,
            SecurityStamp = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            LockoutEnabled = true,
        };
    }

    private Task<Result<Done>> RemindAsync(User known, string? returnTo, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                if (known.EmailConfirmed)
                {
                    await mails.AlreadyRegisteredAsync(scope, known, token);
                }
                else
                {
                    await mails.ConfirmationAsync(scope, known, await users.GenerateEmailConfirmationTokenAsync(known), returnTo, token);
                }

                return Done.Value;
            },
            cancellationToken);

    private sealed record EmailTaken : Refusal
    {
        public override string Code => "EMAIL_TAKEN";
    }
}
