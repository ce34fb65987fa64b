using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Sends the confirmation again to who has not confirmed; says the same whether the address is known or not.</summary>
public sealed class SendConfirmation(AccountTransactions transactions, UserManager<User> users, AccountMails mails)
{
    public async Task HandleAsync(string email, string? returnTo, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { EmailConfirmed: false } user)
        {
            return;
        }

        var code = await users.GenerateEmailConfirmationTokenAsync(user);
        await transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await mails.ConfirmationAsync(scope, user, code, returnTo, token);
                return Done.Value;
            },
            cancellationToken);
    }
}
