using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Entitlements;
using Storefront.Features.Meetings;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Meetings;

/// <summary>FEN-18: follow-up meetings by plan, planned for staff and shown to the customer.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("silver", 1)]
    [InlineData("gold", 2)]
    [InlineData("platinum", 4)]
    public async Task FEN_18_Each_plan_has_its_follow_up_meetings_in_four_weeks_and_Basico_none(string plan, int meetings)
    {
        await using var shop = await OpenAsync(DatabaseKind.Sqlite);
        await shop.BuyAsync(plan);
        await LiveAsync(shop, days: 27);

        var all = await MeetingsAsync(shop);
        var planned = all.Where(meeting => meeting.FollowUpOf < new LocalDate(2026, 11, 30)).ToList();

        Assert.Equal(meetings, planned.Count);
        Assert.True(all.Count > planned.Count);
        Assert.All(planned, meeting => Assert.Equal((MeetingKind.FollowUp, MeetingStatus.Booked, "luis@tienda.example"), (meeting.Kind, meeting.Status, meeting.Email)));
        Assert.All(planned, meeting => Assert.True(meeting.StartsAt > meeting.BookedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_18_The_assigned_contact_holds_it_and_both_are_invited(DatabaseKind kind)
    {
        await using var shop = await OpenAsync(kind);
        await using (var db = shop.Store.Db())
        {
            db.Add(Person(shop.Staff.UserId, "valentina@agencia.example"));
            db.Add(new AccountCare { AccountId = shop.Account, ContactId = shop.Staff.UserId, UpdatedAt = TestStore.Start });
            await db.SaveChangesAsync();
        }

        await shop.BuyAsync("silver");
        await LiveAsync(shop, days: 1);

        var meeting = Assert.Single(await MeetingsAsync(shop));
        Assert.Equal(new LocalDate(2026, 11, 2), meeting.FollowUpOf);
        Assert.Equal(shop.Staff.UserId, meeting.HostId);
        Assert.Equal(meeting.Id, Assert.Single(await shop.Get<MeetingReader>().ForStaffAsync(CancellationToken.None)).Meeting.Id);
        Assert.Equal(meeting.Id, Assert.Single((await shop.Get<MeetingReader>().ListAsync(shop.Account, CancellationToken.None)).Coming).Id);
        await using var store = shop.Store.Db();
        Assert.Equal(["luis@tienda.example", "valentina@agencia.example"], await store.Set<MailRow>().Where(mail => mail.Kind == MailKind.Meeting).Select(mail => mail.To).Order().ToListAsync());
    }

    [Fact]
    public async Task FEN_18_Runs_that_passed_while_the_server_stood_still_are_not_planned_for()
    {
        await using var shop = await OpenAsync(DatabaseKind.Sqlite);
        await shop.BuyAsync("platinum");
        shop.Store.Time.Advance(Duration.FromDays(22));
        await shop.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        var planned = await MeetingsAsync(shop);

        Assert.NotEmpty(planned);
        Assert.All(planned, meeting => Assert.True(meeting.StartsAt >= meeting.BookedAt));
    }

    [Fact]
    public async Task FEN_18_A_customer_that_moves_up_in_the_middle_of_a_month_is_invited_at_once()
    {
        await using var shop = await OpenAsync(DatabaseKind.Sqlite);
        await LiveAsync(shop, days: 3);
        Assert.Empty(await MeetingsAsync(shop));

        await using (var db = shop.Store.Db())
        {
            await db.Set<Storefront.Features.Subscriptions.PlanSubscription>().ExecuteUpdateAsync(row => row.SetProperty(sold => sold.PlanKey, "gold"));
        }

        await SettleAsync(shop);

        Assert.Equal(2, (await MeetingsAsync(shop)).Count);
    }

    private static async Task<FenicioShop> OpenAsync(DatabaseKind kind)
    {
        var shop = await FenicioShop.OpenAsync(kind, services => services.AddEntitlements().AddMeetings());
        await using var db = shop.Store.Db();
        var id = UserId.New(TestStore.Start);
        db.Add(Person(id, "luis@tienda.example"));
        db.Add(new Member { AccountId = shop.Account, Id = MemberId.New(TestStore.Start), UserId = id, Role = MemberRole.Owner, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        return shop;
    }

    private static User Person(UserId id, string email) =>
        new() { Id = id, DisplayName = email.Split('@')[0], UserName = email, Email = email, NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true };

    /// <summary>Lets days go by, each with what falls due on it.</summary>
    private static async Task LiveAsync(FenicioShop shop, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await shop.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
            shop.Store.Time.Advance(Duration.FromDays(1));
        }
    }

    private static Task<Result<Done>> SettleAsync(FenicioShop shop) =>
        shop.Store.Transactions.RunAsync<Done>(shop.Account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);

    private static async Task<List<Meeting>> MeetingsAsync(FenicioShop shop)
    {
        await using var db = shop.Store.Db();
        return await db.Set<Meeting>().AsNoTracking().OrderBy(meeting => meeting.StartsAt).ToListAsync();
    }
}
