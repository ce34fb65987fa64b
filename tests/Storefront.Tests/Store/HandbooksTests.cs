using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class HandbooksTests
{
    [Fact]
    public void A_malformed_handbook_refuses_the_start_and_lists_every_fault()
    {
        var loaded = HandbookLoader.Load("""{ "house": 7, "unheard": true }""");
        var faults = Assert.IsType<FaultyHandbook>(loaded.Refusal).Problems;

        var refused = Assert.Throws<StartRefusedException>(() => Handbooks.Usable("flunt", loaded));

        Assert.True(faults.Length > 1);
        Assert.Equal(faults.Select(fault => fault.ToString()), refused.Problems);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_04_What_was_sold_under_a_handbook_finds_it_again_when_another_is_in_force(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var present = store.Get<Handbook>();
        var hash = new string('0', 64);
        await using var db = store.Db();
        Assert.Equal(present.Version.Hash, (await db.Set<HandbookVersionRow>().SingleAsync()).Hash);
        db.Add(new HandbookVersionRow { Hash = hash, SchemaVersion = 1, Json = present.CanonicalJson, LoadedAt = TestStore.Start });
        await db.SaveChangesAsync();

        var sold = await store.Get<Handbooks>().OfVersionAsync(db, hash, CancellationToken.None);

        Assert.Equal(present.Version.Hash, sold.Version.Hash);
        Assert.Same(sold, await store.Get<Handbooks>().OfVersionAsync(db, hash, CancellationToken.None));
        Assert.Same(present, await store.Get<Handbooks>().OfVersionAsync(db, present.Version.Hash, CancellationToken.None));
    }
}
