using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Members;
using Storefront.Hosting.Viewers;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Accounts;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Members;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Leaving;

/// <summary>FLU-25: who may be erased, who erases, and what of a person goes wherever it stands.</summary>
public sealed class PersonErasureTests
{
    [Fact]
    public async Task FLU_25_Who_belongs_to_no_account_any_more_is_erased_too()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("eva@one.example");
        await using var db = host.Db();
        await db.Set<Member>().ExecuteDeleteAsync();

        var choose = await visitor.GetAsync("/account/choose");
        Assert.NotNull(choose.Document.QuerySelector("main a[href='/account/erase']"));
        var page = await visitor.GetAsync("/account/erase");
        Assert.Null(page.Document.QuerySelector("#lost"));
        Assert.Null(page.Document.QuerySelector("#erase-account"));
        var refused = await visitor.SendAsync(page, "#erase-person form", ("email", "other@one.example"));
        Assert.NotEmpty(refused.Document.QuerySelector("#email-error")!.TextContent.Trim());
        Assert.Equal("/", (await visitor.SendAsync(page, "#erase-person form", ("email", "eva@one.example"))).Location?.OriginalString);

        Assert.False(await visitor.IsSignedInAsync());
        Assert.True((await db.Users.SingleAsync()).IsErased);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_25_Of_two_owners_who_go_at_once_one_stays_in_every_account(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var (one, other) = (await Buyer.OpenAsync(host), await Buyer.OpenAsync(host));
        await AddAsync(host, one.Account, other.Viewer.UserId, MemberRole.Owner);
        await AddAsync(host, other.Account, one.Viewer.UserId, MemberRole.Owner);
        Assert.Null((await host.InviteAsync(one.Viewer, "zoe@two.example")).Refusal);
        Assert.Null((await host.InviteAsync(other.Viewer with { AccountId = one.Account }, "yan@two.example")).Refusal);

        var both = await Task.WhenAll(EraseAsync(host, one.Viewer), EraseAsync(host, other.Viewer));

        Assert.Single(both, result => !result.IsRefused);
        Assert.IsType<LastOwner>(Assert.Single(both, result => result.IsRefused).Refusal);
        await using var db = host.Db();
        var left = Assert.Single(await db.Users.Where(user => !user.IsErased).ToListAsync());
        var accounts = await db.Set<Member>().Where(row => row.Role == MemberRole.Owner && row.UserId == left.Id).Select(row => row.AccountId).ToListAsync();
        Assert.Equivalent(new[] { one.Account, other.Account }, accounts);
        Assert.Equal(2, await db.Set<Member>().CountAsync());
        Assert.Equal(left.Id, Assert.Single(await db.Set<Invitation>().Where(row => row.WithdrawnAt == null).ToListAsync()).InvitedBy);
        var told = await db.Set<EventRow>().Where(row => row.Type == "account.member-erased").Select(row => row.AccountId).ToListAsync();
        Assert.Equivalent(new[] { one.Account, other.Account }, told);
    }

    [Fact]
    public async Task FLU_25_An_account_is_erased_only_by_who_is_its_owner_still()
    {
        await using var host = await StorefrontHost.StartAsync();
        var owner = await Buyer.OpenAsync(host);
        await using var db = host.Db();

        await db.Set<Member>().ExecuteUpdateAsync(row => row.SetProperty(member => member.Role, MemberRole.Member));
        Assert.IsType<OwnersOnly>((await EraseAccountAsync(host, owner.Viewer)).Refusal);
        await db.Set<Member>().ExecuteDeleteAsync();
        Assert.IsType<NotFound>((await EraseAccountAsync(host, owner.Viewer)).Refusal);

        Assert.Null((await db.Set<Account>().SingleAsync(row => row.Id == owner.Account)).ErasedAt);
    }

    [Theory]
    [InlineData("Jose\u0301@norte.example", "jos\u00E9@norte.example")]
    [InlineData("nik\u03BF\u03C2@norte.example", "nik\u03BF\u03C3@norte.example")]
    public async Task FLU_25_Invitations_and_their_mails_go_however_the_address_is_spelled(string own, string invited)
    {
        await using var host = await StorefrontHost.StartAsync();
        var (first, second) = (await Buyer.OpenAsync(host), await Buyer.OpenAsync(host));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var user = new User { Id = UserId.New(TestStore.Start), DisplayName = "Jos", UserName = own, Email = own, EmailConfirmed = true };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Buyer.Password)).Succeeded);
            await AddAsync(host, first.Account, user.Id, MemberRole.Member);
            Assert.Null((await host.InviteAsync(second.Viewer, invited)).Refusal);
            Assert.Equal(1, await host.MailsAsync(invited));

            var viewer = first.Viewer with { UserId = user.Id, Email = own, Role = MemberRole.Member };
            Assert.Null((await EraseAsync(host, viewer)).Refusal);
        }

        await using var db = host.Db();
        Assert.Equal(0, await host.MailsAsync(invited));
        Assert.Empty(await db.Set<Invitation>().ToListAsync());
    }

    private static Task<Result<Done>> EraseAsync(StorefrontHost host, Viewer viewer) =>
        host.DoAsync<ErasePerson, Done>(action => action.HandleAsync(viewer, viewer.Email, CancellationToken.None));

    private static Task<Result<Done>> EraseAccountAsync(StorefrontHost host, Viewer viewer) =>
        host.DoAsync<EraseAccount, Done>(action => action.HandleAsync(viewer, "Tienda Sur", CancellationToken.None));

    private static async Task AddAsync(StorefrontHost host, AccountId account, UserId user, MemberRole role)
    {
        await using var db = host.Db();
        db.Add(new Member { AccountId = account, Id = MemberId.New(TestStore.Start), UserId = user, Role = role, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
    }
}
