using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Leaving;

/// <summary>Leaving as a customer does it, without scripts.</summary>
public sealed class LeavingPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_25_An_owner_downloads_everything_and_erases_the_account()
    {
        var owner = await Buyer.OpenAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await browser.OpenAsync("/account/export");

        var file = await browser.DownloadAsync("form[data-download]");
        await browser.OpenAsync("/account/erase");
        await browser.SubmitAsync("#erase-account form", ("confirmation", "Tienda Norte"));
        var (refused, fault) = (browser.Status, browser.Page.QuerySelector("#confirmation-error")!.TextContent);
        await browser.SubmitAsync("#erase-account form", ("confirmation", "Tienda Sur"));

        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Contains(zip.Entries, entry => entry.FullName == "csv/members.csv");
        Assert.Equal(HttpStatusCode.OK, refused);
        Assert.NotEmpty(fault.Trim());
        Assert.Equal("/", browser.Location);
        await browser.OpenAsync("/account/export");
        Assert.Contains("/sign-in", browser.Location, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password));
    }

    [Fact]
    public async Task FLU_25_A_plan_that_would_go_on_being_charged_is_cancelled_first()
    {
        var owner = await Buyer.OpenAsync(host);
        await owner.BuyAsync();
        using var browser = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);

        await browser.OpenAsync("/account/erase");

        Assert.Null(browser.Page.QuerySelector("#erase-account form"));
        Assert.Contains("still runs", browser.Page.QuerySelector("#erase-account")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("would end today", browser.Page.QuerySelector("#lost")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_25_One_of_several_people_leaves_and_the_others_stay_who_they_are()
    {
        var owner = await Buyer.OpenAsync(host);
        var other = await Buyer.OpenAsync(host, MemberRole.Member);
        await using (var db = host.Db())
        {
            db.Add(new Member { AccountId = owner.Account, Id = MemberId.New(TestStore.Start), UserId = other.Viewer.UserId, Role = MemberRole.Member, JoinedAt = TestStore.Start + Duration.FromDays(1) });
            await db.SaveChangesAsync();
        }

        using var alone = await PlainBrowser.SignInAsync(host, owner.Email, Buyer.Password);
        await alone.OpenAsync("/account/erase");
        await alone.SubmitAsync("#erase-person form", ("email", owner.Email));
        using var browser = await PlainBrowser.SignInAsync(host, other.Email, Buyer.Password);
        await browser.OpenAsync("/account/erase");
        Assert.Null(browser.Page.QuerySelector("#erase-account"));
        await browser.SubmitAsync("#erase-person form", ("email", other.Email));

        Assert.Contains("only owner", alone.Text, StringComparison.Ordinal);
        Assert.Equal("/", browser.Location);
        await using var after = host.Db();
        Assert.Empty(await after.Set<Member>().Where(member => member.UserId == other.Viewer.UserId).ToListAsync());
        var gone = await after.Users.SingleAsync(user => user.Id == other.Viewer.UserId);
        Assert.True(gone.IsErased);
        Assert.DoesNotContain("Ana", gone.DisplayName, StringComparison.Ordinal);
        Assert.Equal("Ana Rojas", (await after.Users.SingleAsync(user => user.Id == owner.Viewer.UserId)).DisplayName);
    }
}
