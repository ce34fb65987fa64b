using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Desk;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>Customers are searched by the database, without capitals and accents.</summary>
public class AccountSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Accounts_are_found_by_words_of_the_name_and_of_members_whatever_their_accents(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var coffee = await desk.Store.OpenAccountAsync("Café Ñandú 100%_");
        await desk.Store.OpenAccountAsync("Cafetería Sur");
        await JoinAsync(desk.Store, coffee, "José Núñez", "jose+shop@nandu.example");

        Assert.Equal(["Café Ñandú 100%_"], await FoundAsync(desk, "NANDU cafe"));
        Assert.Equal(["Café Ñandú 100%_", "Cafetería Sur"], await FoundAsync(desk, " cafe  "));
        Assert.Equal(["Café Ñandú 100%_"], await FoundAsync(desk, "nunez"));
        Assert.Equal(["Café Ñandú 100%_"], await FoundAsync(desk, "Jose+Shop@"));
        Assert.Equal(["Café Ñandú 100%_"], await FoundAsync(desk, "0%_"));
        Assert.Empty(await FoundAsync(desk, "cafe norte"));
        Assert.Equal(3, (await FoundAsync(desk, null)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_accounts_come_page_by_page(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await using (var db = desk.Store.Db())
        {
            db.AddRange(Enumerable.Range(1, 75).Select(number => new Account
            {
                Id = AccountId.New(TestStore.Start),
                Name = string.Create(CultureInfo.InvariantCulture, $"Múltiple {number:000}"),
                House = "flunt",
                Language = "es-CL",
                TimeZone = "America/Santiago",
                CreatedAt = TestStore.Start,
            }));
            await db.SaveChangesAsync();
        }

        var reader = desk.Get<DeskAccountReader>();
        var (first, hasMore) = await reader.ListAsync("multiple", 0, CancellationToken.None);
        var (second, hasEvenMore) = await reader.ListAsync("multiple", 1, CancellationToken.None);

        Assert.Equal((50, true, 25, false), (first.Count, hasMore, second.Count, hasEvenMore));
        Assert.Equal("Múltiple 051", second[0].Account.Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Names_from_before_they_were_folded_are_found_after_the_next_start(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await JoinAsync(desk.Store, desk.Customer.Account, "Íñigo", "inigo@example.com");
        await using (var db = desk.Store.Db())
        {
            await db.Set<Account>().ExecuteUpdateAsync(row => row.SetProperty(account => account.FoldedName, ""));
            await db.Users.ExecuteUpdateAsync(row => row.SetProperty(user => user.FoldedName, ""));
        }

        Assert.Empty(await FoundAsync(desk, "tienda"));
        await desk.Get<StorePreparation>().RunAsync(CancellationToken.None);

        Assert.Equal(["Tienda Sur"], await FoundAsync(desk, "tienda inigo"));
    }

    private static async Task<List<string>> FoundAsync(DeskStore desk, string? search) =>
        [.. (await desk.Get<DeskAccountReader>().ListAsync(search, 0, CancellationToken.None)).Lines.Select(line => line.Account.Name)];

    private static async Task JoinAsync(TestStore store, AccountId account, string name, string email)
    {
        await using var db = store.Db();
        var user = new User { Id = UserId.New(TestStore.Start), DisplayName = name, UserName = email, Email = email, NormalizedEmail = email.ToUpperInvariant() };
        db.Add(user);
        db.Add(new Member { AccountId = account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
    }
}
