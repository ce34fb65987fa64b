using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Hosting;
using Storefront.Hosting.Keys;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Hosting.Keys;

public class StoredKeysTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_one_node_protects_another_reads_and_the_keys_are_encrypted(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, With("0123456789abcdef0123456789abcdef"));
        await using var otherNode = store.AnotherNode(With("0123456789abcdef0123456789abcdef"));

        var sealedText = Protector(store).Protect("hello");

        Assert.Equal("hello", Protector(otherNode).Unprotect(sealedText));
        await using var db = store.Db();
        var key = await db.Set<DataProtectionKeyRow>().SingleAsync();
        Assert.Contains("secretBox", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task With_another_secret_nothing_can_be_read(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, With("0123456789abcdef0123456789abcdef"));
        await using var thief = store.AnotherNode(With("ffffffffffffffffffffffffffffffff"));
        var sealedText = Protector(store).Protect("hello");

        Assert.ThrowsAny<Exception>(() => Protector(thief).Unprotect(sealedText));
    }

    private static IDataProtector Protector(TestStore store) => store.Get<IDataProtectionProvider>().CreateProtector("sample");

    private static Action<IServiceCollection> With(string secret) => services =>
    {
        var settings = new StorefrontSettings { House = "flunt", DataDirectory = "/", IsSandbox = true, DataProtectionSecret = secret };
        services.AddSingleton(settings);
        services.AddStoredKeys(settings);
    };
}
