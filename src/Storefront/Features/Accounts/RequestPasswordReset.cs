using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Sends a link to choose a new password; says the same whether the address is known or not.</summary>
public sealed class RequestPasswordReset(AccountTransactions transactions, UserManager<User> users, AccountMails mails)
{
    public async Task HandleAsync(string email, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { IsErased: false } user)
        {
            return;
        }

        var code = await users.GeneratePasswordResetTokenAsync(user);
        await transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await mails.PasswordResetAsync(scope, user, code, token);
                return Done.Value;
            },
            cancellationToken);
    }
}
