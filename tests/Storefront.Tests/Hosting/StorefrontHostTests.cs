using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Hosting;

public class StorefrontHostTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Every_answer_forbids_what_is_inline_from_elsewhere_or_framed()
    {
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_says_that_it_is_well(string path)
    {
        using var client = host.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task COM_06_A_token_opens_its_own_account_and_only_while_it_is_good()
    {
        var (user, account) = await RegisterAsync("ana");
        var viewers = host.Services.GetRequiredService<ViewerResolver>();
        var good = await AddTokenAsync(user, account);
        var expired = await AddTokenAsync(user, account, expiresAt: Instant.FromUtc(2020, 1, 1, 0, 0));
        var revoked = await AddTokenAsync(user, account, revokedAt: Instant.FromUtc(2020, 1, 1, 0, 0));

        var viewer = await viewers.OfTokenAsync(good, CancellationToken.None);

        Assert.Equal((user, account, MemberRole.Owner), (viewer!.UserId, viewer.AccountId!.Value, viewer.Role!.Value));
        Assert.True(viewer.HasScope("tickets:read"));
        Assert.False(viewer.HasScope("tickets:write"));
        Assert.Null(await viewers.OfTokenAsync(expired, CancellationToken.None));
        Assert.Null(await viewers.OfTokenAsync(revoked, CancellationToken.None));
        Assert.Null(await viewers.OfTokenAsync("sf_guessed", CancellationToken.None));
        await Eventually.IsTrueAsync(async () =>
        {
            await using var db = host.Db();
            return (await db.Set<ApiToken>().SingleAsync(token => token.Hash == ApiTokenText.Hash(good))).LastUsedAt is not null;
        });
        Assert.DoesNotContain(good, await File.ReadAllTextAsync(Path.Combine(host.Database.Directory, "storefront.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task COM_06_A_token_of_who_was_a_member_opens_nothing_any_more()
    {
        var (user, account) = await RegisterAsync("eva");
        var token = await AddTokenAsync(user, account);
        await using (var db = host.Db())
        {
            await db.Set<Member>().Where(member => member.UserId == user).ExecuteDeleteAsync();
        }

        Assert.Null(await host.Services.GetRequiredService<ViewerResolver>().OfTokenAsync(token, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_signs_in_before_the_address_is_confirmed_or_with_a_wrong_password()
    {
        var (id, _) = await RegisterAsync("luz");
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<User>>();
        var user = (await users.FindByIdAsync(id.ToString()))!;
        user.EmailConfirmed = false;
        await users.UpdateAsync(user);

        Assert.True((await signIn.CheckPasswordSignInAsync(user, "correct horse battery", lockoutOnFailure: false)).IsNotAllowed);
        Assert.True((await users.ConfirmEmailAsync(user, await users.GenerateEmailConfirmationTokenAsync(user))).Succeeded);
        Assert.True((await signIn.CheckPasswordSignInAsync(user, "correct horse battery", lockoutOnFailure: false)).Succeeded);
        Assert.False((await signIn.CheckPasswordSignInAsync(user, "wrong", lockoutOnFailure: false)).Succeeded);
    }

    [Fact]
    public async Task What_is_sealed_opens_for_its_account_and_purpose_until_it_expires()
    {
        var seals = host.Services.GetRequiredService<Seals>();
        var now = host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant();
        var (account, other) = (AccountId.New(now), AccountId.New(now));
        var token = seals.Seal("preview", account, new Sealed(90), now + Duration.FromMinutes(15));

        Assert.Equal(new Sealed(90), seals.Open<Sealed>("preview", account, token).Value);
        Assert.IsType<SealNotValid>(seals.Open<Sealed>("preview", other, token).Refusal);
        Assert.IsType<SealNotValid>(seals.Open<Sealed>("another", account, token).Refusal);
        Assert.IsType<SealNotValid>(seals.Open<Sealed>("preview", account, token[..^4] + "AAAA").Refusal);
        await host.MoveClockAsync(Duration.FromMinutes(15));
        Assert.Equal(new SealExpired(now + Duration.FromMinutes(15)), seals.Open<Sealed>("preview", account, token).Refusal);
    }

    [Fact]
    public async Task A_locked_database_is_a_503_that_says_when_to_come_back()
    {
        await using var locked = await StorefrontHost.StartAsync(map: app => app.MapPost("/sample-write", WriteAsync));
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(locked.Database.Directory, "storefront.db")};Pooling=False");
        await connection.OpenAsync();
        await using var writer = await connection.BeginTransactionAsync();
        using var client = locked.CreateClient();

        using var answer = await client.PostAsync(new Uri("/sample-write", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        await writer.RollbackAsync();
        using var later = await client.PostAsync(new Uri("/sample-write", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    private async Task<(UserId, AccountId)> RegisterAsync(string name)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var user = new User
        {
            Id = UserId.New(TestStore.Start),
            UserName = $"{name}@example.com",
            Email = $"{name}@example.com",
            EmailConfirmed = true,
            DisplayName = name,
        };
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, "correct horse battery");
        Assert.True(created.Succeeded, string.Join(' ', created.Errors.Select(error => error.Description)));
        var account = await host.OpenAccountAsync(name);
        await using var db = host.Db();
        db.Add(new Member { AccountId = account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        return (user.Id, account);
    }

    private async Task<string> AddTokenAsync(UserId user, AccountId account, Instant? expiresAt = null, Instant? revokedAt = null)
    {
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = account,
            UserId = user,
            Name = "Dashboard",
            Hash = ApiTokenText.Hash(text),
            Scopes = "hours:read tickets:read",
            CreatedAt = TestStore.Start,
            ExpiresAt = expiresAt,
            RevokedAt = revokedAt,
        });
        await db.SaveChangesAsync();
        return text;
    }

    private static async Task WriteAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<AccountTransactions>().RunAsync(
            (_, _) => Task.FromResult<Result<Done>>(Done.Value), context.RequestAborted);

    private sealed record Sealed(int Minutes);
}
