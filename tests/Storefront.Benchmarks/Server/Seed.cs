using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Server;

/// <summary>One account with an owner and its token.</summary>
internal static class Seed
{
    /// <returns>The token's text.</returns>
    public static async Task<string> RunAsync(IServiceProvider services)
    {
        var now = services.GetRequiredService<BusinessClock>().GetCurrentInstant();
        var token = ApiTokenText.Create();
        var opened = await services.GetRequiredService<AccountTransactions>().OpenAsync<AccountId>(
            at => new Account
            {
                Id = AccountId.New(at),
                Name = "Tienda Ñandú",
                House = "flunt",
                Language = "es-CL",
                TimeZone = "America/Santiago",
                CreatedAt = at,
            },
            (scope, _) =>
            {
                var user = Owner(now);
                scope.Db.Add(user);
                scope.Db.Add(new Member { AccountId = scope.AccountId, Id = MemberId.New(now), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = now });
                scope.Db.Add(TokenOf(user, scope.AccountId, token, now));
                return Task.FromResult<Result<AccountId>>(scope.AccountId);
            },
            CancellationToken.None);
        return opened.IsRefused ? throw new InvalidOperationException(opened.Refusal!.Code) : token;
    }

    private static User Owner(Instant now) => new()
    {
        Id = new UserId(Guid.CreateVersion7(now.ToDateTimeOffset())),
        DisplayName = "Ana Rojas",
        UserName = "ana@tienda.example",
        NormalizedUserName = "ANA@TIENDA.EXAMPLE",
        Email = "ana@tienda.example",
        NormalizedEmail = "ANA@TIENDA.EXAMPLE",
        EmailConfirmed = true,
        SecurityStamp = "benchmark",
    };

    private static ApiToken TokenOf(User user, AccountId account, string text, Instant now) => new()
    {
        Id = ApiTokenId.New(now),
        AccountId = account,
        UserId = user.Id,
        Name = "Benchmark",
        Hash = ApiTokenText.Hash(text),
        Scopes = string.Join(' ', ApiScopes.CustomerAreas.Select(area => ApiScopes.Scope(area, ApiScopes.Read))),
        CreatedAt = now,
    };
}
