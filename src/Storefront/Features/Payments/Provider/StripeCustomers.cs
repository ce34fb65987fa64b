using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Customers;

namespace Storefront.Features.Payments.Provider;

/// <summary>The account as a customer at Stripe, made before its first payment so that everything Stripe tells can be assigned.</summary>
public sealed class StripeCustomers(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, StripeClient stripe)
{
    /// <summary>The id of the account's customer, which is made when there is none yet.</summary>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<Result<string>> EnsureAsync(AccountId account, CancellationToken cancellationToken)
    {
        CustomerCreateOptions options;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var row = await db.Set<Account>().AsNoTracking().SingleAsync(found => found.Id == account, cancellationToken);
            if (row.StripeCustomerId is { } known)
            {
                return known;
            }

            options = new CustomerCreateOptions
            {
                Name = row.Name,
                Email = await OwnersEmailAsync(db, account, cancellationToken),
                PreferredLocales = [row.Language],
                Metadata = new() { [StripeMetadata.Account] = StripeMetadata.Write(account) },
            };
        }

        // Dying before the id is kept makes the same call again, which gives the same customer.
        var customer = await CreateAsync(account, options, cancellationToken);
        return await transactions.RunAsync<string>(
            account,
            (scope, _) => Task.FromResult<Result<string>>(scope.Account.StripeCustomerId ??= customer.Id),
            cancellationToken);
    }

    private async Task<Customer> CreateAsync(AccountId account, CustomerCreateOptions options, CancellationToken cancellationToken)
    {
        var key = $"customer-{account.Value:N}";
        try
        {
            return await stripe.V1.Customers.CreateAsync(options, new RequestOptions { IdempotencyKey = key }, cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Type == StripeErrorTypes.IdempotencyError)
        {
            // Name or address changed since a call whose answer was lost. That customer stays unused, and nothing was paid with it.
            return await stripe.V1.Customers.CreateAsync(options, cancellationToken: cancellationToken);
        }
    }

    private static Task<string?> OwnersEmailAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
    (
        from member in db.Set<Member>()
        join user in db.Users on member.UserId equals user.Id
        where member.AccountId == account && member.Role == MemberRole.Owner && !user.IsErased
        orderby member.JoinedAt
        select user.Email
    ).FirstOrDefaultAsync(cancellationToken);
}
