using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>
/// Sets a new password by the code that was sent. It also confirms the address, since the code came there, ends a lockout,
/// signs every browser out and tells the person by mail.
/// </summary>
public sealed class ResetPassword(AccountTransactions transactions, UserManager<User> users, AccountMails mails)
{
    /// <returns>Refused with <see cref="LinkExpired"/> or <see cref="PasswordTooWeak"/>.</returns>
    public async Task<Result<Done>> HandleAsync(string? userId, string? code, string password, CancellationToken cancellationToken)
    {
        if (userId is null || code is null || await users.FindByIdAsync(userId) is not { IsErased: false } user)
        {
            return new LinkExpired();
        }

        var reset = await users.ResetPasswordAsync(user, code, password);
        if (!reset.Succeeded)
        {
            return reset.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))
                ? new LinkExpired()
                : new PasswordTooWeak(PasswordRules.Length, PasswordRules.DifferentCharacters);
        }

        user.EmailConfirmed = true;
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        return await transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await mails.PasswordChangedAsync(scope, user, token);
                return Done.Value;
            },
            cancellationToken);
    }
}
