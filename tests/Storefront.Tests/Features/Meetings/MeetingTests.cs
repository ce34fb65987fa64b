using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Entitlements;
using Storefront.Features.Meetings;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Meetings;

/// <summary>FLU-22: a free first meeting can be booked by anyone; a meeting can be asked for on a ticket.</summary>
public sealed class MeetingTests
{
    // It is Monday, 09:00 in Santiago; the house wants four hours' notice.
    private static readonly Instant Tomorrow = TestStore.Start + Duration.FromDays(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_22_A_visitor_without_account_books_a_first_meeting_and_is_sent_the_invitation(DatabaseKind kind)
    {
        await using var house = await House.CreateAsync(kind);

        var booked = await house.BookAsync(Tomorrow);

        var meeting = await house.FindAsync(booked.Value);
        Assert.Equal((MeetingKind.First, MeetingStatus.Booked, Tomorrow, Tomorrow + Duration.FromMinutes(30)), (meeting.Kind, meeting.Status, meeting.StartsAt, meeting.EndsAt));
        Assert.Null(meeting.AccountId);
        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal(("ana@tienda.example", MailKind.Meeting, "REQUEST"), (mail.To, mail.Kind, mail.CalendarMethod));
        Assert.Contains("martes, 3 de noviembre de 2026, 09:00 (America/Santiago, UTC-03)", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"UID:{meeting.Id.Value:N}@agencia.example\r\nSEQUENCE:0\r\n", mail.CalendarText, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_22_Of_many_who_want_the_same_time_at_once_one_gets_it(DatabaseKind kind)
    {
        await using var house = await House.CreateAsync(kind);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => house.BookAsync(Tomorrow, $"p{number}@tienda.example", $"key-{number}"))));

        Assert.Single(results, result => !result.IsRefused);
        Assert.All(results.Where(result => result.IsRefused), result => Assert.IsType<MeetingTimeTaken>(result.Refusal));
        await using var db = house.Store.Db();
        Assert.Single(await db.Set<Meeting>().ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sent_twice_it_is_one_meeting(DatabaseKind kind)
    {
        await using var house = await House.CreateAsync(kind);

        var (first, second) = (await house.BookAsync(Tomorrow), await house.BookAsync(Tomorrow));
        var other = await house.BookAsync(Tomorrow, "eve@tienda.example");

        Assert.Equal(first.Value, second.Value);
        Assert.IsType<Storefront.Store.IdempotencyKeyReused>(other.Refusal);
        Assert.Single(await house.MailsAsync());
    }

    [Theory]
    [InlineData(2026, 11, 2, 13, 0)] // In an hour.
    [InlineData(2026, 11, 3, 12, 10)] // Between two times.
    [InlineData(2026, 11, 7, 13, 0)] // A Saturday.
    [InlineData(2026, 11, 1, 13, 0)] // Over.
    [InlineData(2026, 12, 8, 13, 0)] // Too far ahead.
    public async Task What_the_house_does_not_offer_is_refused(int year, int month, int day, int hour, int minute)
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<MeetingTimeNotOffered>((await house.BookAsync(Instant.FromUtc(year, month, day, hour, minute))).Refusal);
    }

    [Theory]
    [InlineData("", "ana@tienda.example", null)]
    [InlineData("Ana\nBcc: x", "ana@tienda.example", null)]
    [InlineData("Ana", "ana", null)]
    [InlineData("Ana", "ana@tienda", null)]
    [InlineData("Ana", "ana@tienda.example\r\nBcc: eve@x.example", null)]
    [InlineData("Ana", "Ana <ana@tienda.example>", null)]
    [InlineData("Ana", "ana@tienda.example", "nul\0")]
    public async Task What_is_typed_wrong_is_refused(string name, string email, string? topic)
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);
        var input = new BookMeetingInput(Tomorrow, name, email, topic, null, "es", "America/Santiago", "key");

        var refused = await house.Store.Get<BookMeeting>().HandleAsync(input, null, CancellationToken.None);

        Assert.True(refused.Refusal is TextNotValid or EmailNotValid);
        Assert.Empty(await house.MailsAsync());
    }

    [Fact]
    public async Task One_address_has_three_meetings_to_come_at_most()
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);
        for (var number = 0; number < BookMeeting.Most; number++)
        {
            Assert.Null((await house.BookAsync(Tomorrow + Duration.FromMinutes(30 * number), key: $"key-{number}")).Refusal);
        }

        Assert.IsType<TooManyMeetings>((await house.BookAsync(Tomorrow + Duration.FromHours(3), key: "more")).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moved_and_called_off_the_calendars_entry_keeps_its_id_and_counts_on_and_the_time_is_free_again(DatabaseKind kind)
    {
        await using var house = await House.CreateAsync(kind);
        var id = (await house.BookAsync(Tomorrow)).Value;
        await house.RunAsync();
        var change = house.Store.Get<ChangeMeeting>();

        Assert.Null((await change.MoveAsync(id, Tomorrow + Duration.FromHours(1), byStaff: false, CancellationToken.None)).Refusal);
        await house.RunAsync();
        Assert.Null((await house.BookAsync(Tomorrow, "luis@otra.example", "luis")).Refusal);
        Assert.IsType<MeetingTimeTaken>((await change.MoveAsync(id, Tomorrow, byStaff: false, CancellationToken.None)).Refusal);
        Assert.Null((await change.CancelAsync(id, byStaff: false, CancellationToken.None)).Refusal);
        Assert.Null((await change.CancelAsync(id, byStaff: false, CancellationToken.None)).Refusal);
        Assert.IsType<MeetingNotChangeable>((await change.MoveAsync(id, Tomorrow + Duration.FromHours(2), byStaff: true, CancellationToken.None)).Refusal);
        Assert.Null((await house.BookAsync(Tomorrow + Duration.FromHours(1), "eva@otra.example", "eva")).Refusal);

        var mine = (await house.MailsAsync()).Where(mail => mail.To == "ana@tienda.example").ToList();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], mine.OrderBy(mail => SequenceOf(mail)).Select(mail => mail.CalendarMethod));
        Assert.Equal([0, 1, 2], mine.Select(SequenceOf).Order());
        Assert.All(mine, mail => Assert.Contains($"UID:{id.Value:N}@", mail.CalendarText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shortly_before_it_begins_only_staff_change_it()
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);
        var id = (await house.BookAsync(Tomorrow)).Value;
        house.Store.Time.Advance(Duration.FromHours(21));

        Assert.IsType<MeetingNotChangeable>((await house.Store.Get<ChangeMeeting>().CancelAsync(id, byStaff: false, CancellationToken.None)).Refusal);
        Assert.Null((await house.Store.Get<ChangeMeeting>().CancelAsync(id, byStaff: true, CancellationToken.None)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_22_A_customer_asks_for_a_meeting_on_its_ticket_and_who_follows_the_ticket_sees_it(DatabaseKind kind)
    {
        await using var house = await House.CreateAsync(kind);
        var ticket = await house.Customer.OpenAsync();
        var input = new BookMeetingInput(Tomorrow, null, null, "The cart", ticket.Id, "es", "America/Santiago", "key");

        var booked = await house.Store.Get<BookMeeting>().HandleAsync(input, house.Customer.Viewer, CancellationToken.None);

        Assert.Equal(MeetingKind.Ticket, (await house.FindAsync(booked.Value)).Kind);
        Assert.Equal(["ticket.opened", "ticket.meeting-changed"], (await house.Customer.EventsAsync()).Select(happened => happened.Type));
        Assert.Equal(booked.Value, Assert.Single(await house.Store.Get<MeetingReader>().OfTicketAsync(house.Customer.Account, ticket.Id, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task COM_06_Another_accounts_ticket_is_not_found_and_a_read_only_member_books_nothing()
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await house.Customer.OpenAsync();
        var stranger = await house.Customer.AnotherAsync();
        var input = new BookMeetingInput(Tomorrow, "Eve", "eve@x.example", null, ticket.Id, "es", "America/Santiago", "key");
        var book = house.Store.Get<BookMeeting>();

        Assert.IsType<NotFound>((await book.HandleAsync(input, stranger.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<MeetingNotOffered>((await book.HandleAsync(input, null, CancellationToken.None)).Refusal);
        Assert.IsType<ReadOnlyMember>((await book.HandleAsync(input, house.Customer.As(MemberRole.Viewer), CancellationToken.None)).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("CfDJ8")]
    public async Task A_link_that_was_not_made_here_leads_nowhere(string? token)
    {
        await using var house = await House.CreateAsync(DatabaseKind.Sqlite);
        var links = house.Store.Get<MeetingLinks>();
        var id = MeetingId.New(TestStore.Start);

        Assert.Null(links.Read(token));
        Assert.Equal(id, links.Read(links.TokenOf(id)));
    }

    private static int SequenceOf(MailRow mail) =>
        int.Parse(mail.CalendarText!.Split("SEQUENCE:")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A house with a customer, whose time can be booked. Nothing runs in the background.</summary>
    private sealed class House(TestStore store, TicketCustomer customer) : IAsyncDisposable
    {
        public TestStore Store => store;

        public TicketCustomer Customer => customer;

        public static async Task<House> CreateAsync(DatabaseKind kind)
        {
            var store = await TestStore.CreateAsync(kind, services => services.AddSubscriptions().AddTickets().AddEntitlements().AddMeetings());
            return new House(store, new TicketCustomer(store, await store.OpenAccountAsync()));
        }

        public Task<Result<MeetingId>> BookAsync(Instant start, string email = "ana@tienda.example", string key = "key") => store.Get<BookMeeting>().HandleAsync(
            new BookMeetingInput(start, "Ana", email, null, null, "es", "America/Santiago", key), null, CancellationToken.None);

        public Task RunAsync() => store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        public async Task<Meeting> FindAsync(MeetingId id) => (await store.Get<MeetingReader>().FindAsync(id, CancellationToken.None))!;

        public async Task<List<MailRow>> MailsAsync()
        {
            await RunAsync();
            await using var db = store.Db();
            return await db.Set<MailRow>().AsNoTracking().ToListAsync();
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
