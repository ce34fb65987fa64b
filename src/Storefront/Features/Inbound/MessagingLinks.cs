using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Links a person with the number from which it writes: a code of the person's page is sent from it, so nobody can claim another's.</summary>
public sealed class MessagingLinks(AccountTransactions transactions, IDbContextFactory<StorefrontDb> contexts)
{
    private const int CodeLength = 8;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly Duration Validity = Duration.FromMinutes(30);

    /// <summary>The person's link; null when it has none.</summary>
    public async Task<MessagingLink?> FindAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<MessagingLink>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == user, cancellationToken);
    }

    /// <summary>A new code, which replaces the one before.</summary>
    public async Task<string> BeginAsync(UserId user, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        await ChangeAsync(user, (row, now) => (row.CodeHash, row.CodeExpiresAt) = (Hash(code), now + Validity), cancellationToken);
        return code;
    }

    public Task EndAsync(UserId user, CancellationToken cancellationToken) => ChangeAsync(
        user, (row, _) => (row.Number, row.LinkedAt, row.CodeHash, row.CodeExpiresAt) = (null, null, null, null), cancellationToken);

    /// <summary>Links the number when the text is a code that is waited for; null when it is none.</summary>
    internal async Task<User?> LinkAsync(string number, string text, CancellationToken cancellationToken)
    {
        var code = text.Trim().ToUpperInvariant();
        if (number.Length < 5 || code.Length != CodeLength || code.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var hash = Hash(code);
        var linked = await transactions.RunAsync<UserId?>(async (scope, token) =>
        {
            var row = await scope.Db.Set<MessagingLink>().SingleOrDefaultAsync(link => link.CodeHash == hash && link.CodeExpiresAt > scope.Now, token);
            if (row is null)
            {
                return (UserId?)null;
            }

            await scope.Db.Set<MessagingLink>().Where(link => link.Number == number && link.UserId != row.UserId)
                .ExecuteUpdateAsync(link => link.SetProperty(other => other.Number, (string?)null), token);
            (row.Number, row.LinkedAt, row.CodeHash, row.CodeExpiresAt) = (number, scope.Now, null, null);
            return row.UserId;
        },
        cancellationToken);
        if (linked.Value is not { } id)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
    }

    private Task<Result<Done>> ChangeAsync(UserId user, Action<MessagingLink, Instant> change, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(async (scope, token) =>
        {
            var row = await scope.Db.Set<MessagingLink>().SingleOrDefaultAsync(link => link.UserId == user, token)
                ?? scope.Db.Add(new MessagingLink { UserId = user }).Entity;
            change(row, scope.Now);
            return Done.Value;
        },
        cancellationToken);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
