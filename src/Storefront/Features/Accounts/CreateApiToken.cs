using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Makes a token that acts in its maker's name. Its text is given once; only a hash is kept.</summary>
public sealed class CreateApiToken(AccountTransactions transactions, TimeProvider time)
{
    private const int MostTokens = 50;

    /// <param name="viewer">The maker, signed in by a session.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">At least one.</param>
    /// <param name="validDays">Days of real time until it expires; null for no end.</param>
    /// <param name="cancellationToken">Stops before anything was saved.</param>
    /// <returns>The token's text; refused with <see cref="NotFound"/> for a customer who looks at no account, <see cref="ScopesInvalid"/> or <see cref="TooManyTokens"/>.</returns>
    public Task<Result<string>> HandleAsync(Viewer viewer, string name, IReadOnlyCollection<string> scopes, int? validDays, CancellationToken cancellationToken) =>
        MakeAsync(viewer, name, scopes, validDays, ApiTokenText.Create(), cancellationToken);

    /// <summary>The same with a text that is given: the sandbox's tokens are known to everybody.</summary>
    internal async Task<Result<string>> MakeAsync(
        Viewer viewer, string name, IReadOnlyCollection<string> scopes, int? validDays, string text, CancellationToken cancellationToken)
    {
        if (viewer is { IsStaff: false, AccountId: null })
        {
            return new NotFound("account");
        }

        if (scopes.Count == 0 || !ApiScopes.AreKnown(scopes, viewer.IsStaff))
        {
            return new ScopesInvalid();
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return await transactions.RunAsync<string>(
            async (scope, token) =>
            {
                if (await scope.Db.Set<ApiToken>().CountAsync(row => row.UserId == viewer.UserId && row.RevokedAt == null, token) >= MostTokens)
                {
                    return new TooManyTokens(MostTokens);
                }

                scope.Db.Add(new ApiToken
                {
                    Id = ApiTokenId.New(scope.Now),
                    AccountId = viewer.IsStaff ? null : viewer.AccountId,
                    UserId = viewer.UserId,
                    Name = name.Trim(),
                    Hash = ApiTokenText.Hash(text),
                    Scopes = string.Join(' ', ApiScopes.Normalize(scopes)),
                    CreatedAt = now,
                    ExpiresAt = validDays is { } days ? now + Duration.FromDays(days) : null,
                });
                return text;
            },
            cancellationToken);
    }
}
