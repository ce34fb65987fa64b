using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Notifications;
using Storefront.Hosting.Viewers;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Notifications;

/// <summary>When a person's mails go out, by what it decided.</summary>
public sealed class NotificationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_decided_nothing_is_written_to_at_once_at_any_hour(DatabaseKind kind)
    {
        await using var reader = await Reader.CreateAsync(kind);

        await reader.WriteAsync(MailKind.TicketReplied);

        Assert.Equal(["TicketReplied"], await reader.SentAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_kind_that_is_switched_off_is_not_written_at_all(DatabaseKind kind)
    {
        await using var reader = await Reader.CreateAsync(kind);
        await reader.DecideAsync(MailTiming.Off, MailKind.TicketReplied);

        await reader.WriteAsync(MailKind.TicketReplied);
        await reader.WriteAsync(MailKind.Quote);

        Assert.Equal(["Quote"], await reader.SentAsync());
    }

    [Fact]
    public async Task Passwords_receipts_and_meetings_are_never_switched_off()
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);
        await reader.DecideAsync(MailTiming.Off, [.. MailKinds.Optional]);

        foreach (var always in MailKinds.Always)
        {
            Assert.IsType<MailAlwaysSent>((await reader.ChangeAsync(new MailChoice(always, MailTiming.Off))).Refusal);
            await reader.WriteAsync(always);
        }

        Assert.Equal(["Account", "Receipt", "Meeting", "ProjectAction"], await reader.SentAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_ready_in_quiet_hours_is_sent_when_they_end(DatabaseKind kind)
    {
        // It is nine in Santiago.
        await using var reader = await Reader.CreateAsync(kind);
        await reader.ChangeAsync(new NotificationsInput([], null, "08:30", "10:00", "America/Santiago"));

        await reader.WriteAsync(MailKind.TicketReplied);

        Assert.Empty(await reader.SentAsync());
        reader.Store.Time.Advance(Duration.FromMinutes(59));
        Assert.Empty(await reader.SentAsync());
        reader.Store.Time.Advance(Duration.FromMinutes(1));
        Assert.Equal(["TicketReplied"], await reader.SentAsync());
    }

    [Fact]
    public async Task What_cannot_be_switched_off_a_tickets_number_and_the_most_severe_class_do_not_wait_for_quiet_hours_to_end()
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);
        await reader.ChangeAsync(new NotificationsInput([], null, "08:30", "10:00", "America/Santiago"));

        await reader.WriteAsync(MailKind.Account);
        await reader.WriteAsync(MailKind.TicketReceived);
        await reader.WriteAsync(MailKind.TicketReplied, urgent: true);
        await reader.WriteAsync(MailKind.HoursReport);

        Assert.Equal(["Account", "TicketReceived", "TicketReplied"], await reader.SentAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_days_mail_comes_once_at_the_readers_time_with_all_that_came_in_order(DatabaseKind kind)
    {
        await using var reader = await Reader.CreateAsync(kind);
        await reader.ChangeAsync(new NotificationsInput([new MailChoice(MailKind.TicketReplied, MailTiming.Daily)], "18:00", null, null, "America/Bogota"));
        await reader.WriteAsync(MailKind.TicketReplied, "First");
        reader.Store.Time.Advance(Duration.FromHours(2));
        await reader.WriteAsync(MailKind.TicketReplied, "Second");

        // Bogota is five hours behind UTC: it is 23:00 there.
        reader.Store.Time.Advance(Instant.FromUtc(2026, 11, 2, 22, 59) - (TestStore.Start + Duration.FromHours(2)));
        Assert.Empty(await reader.SentAsync());
        reader.Store.Time.Advance(Duration.FromMinutes(1));
        await reader.RunAsync();
        await reader.RunAsync();

        var digest = Assert.Single(await reader.MailsAsync(), mail => mail.Kind == MailKind.Digest);
        Assert.Equal("Flunt: 2 novedades", digest.Subject);
        Assert.True(digest.Body.IndexOf("First", StringComparison.Ordinal) < digest.Body.IndexOf("Second", StringComparison.Ordinal));
        Assert.Contains("First", digest.Body, StringComparison.Ordinal);
        reader.Store.Time.Advance(Duration.FromDays(2));
        await reader.RunAsync();
        Assert.Single(await reader.MailsAsync(), mail => mail.Kind == MailKind.Digest);
    }

    [Fact]
    public async Task Another_time_for_the_days_mail_moves_what_waits_for_it()
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);
        await reader.DecideAsync(MailTiming.Daily, MailKind.Quote);
        await reader.WriteAsync(MailKind.Quote);

        await reader.ChangeAsync(new NotificationsInput([], "09:30", null, null, "America/Santiago"));
        reader.Store.Time.Advance(Duration.FromMinutes(30));

        Assert.Contains("Digest", await reader.SentAsync());
    }

    [Fact]
    public async Task What_was_ended_while_it_waited_is_not_sent()
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);
        await reader.ChangeAsync(new NotificationsInput([new MailChoice(MailKind.Quote, MailTiming.Daily)], "08:00", "08:30", "10:00", "America/Santiago"));
        await reader.WriteAsync(MailKind.Quote);
        await reader.WriteAsync(MailKind.HoursReport);

        await reader.DecideAsync(MailTiming.Off, MailKind.Quote, MailKind.HoursReport);
        reader.Store.Time.Advance(Duration.FromDays(2));

        Assert.Empty(await reader.SentAsync());
        Assert.Empty(await reader.MailsAsync());
    }

    [Theory]
    [InlineData("25:00", null, null, null, "TIME_OF_DAY_NOT_VALID")]
    [InlineData("", null, null, null, "TIME_OF_DAY_NOT_VALID")]
    [InlineData(null, "22:00", null, null, "TIME_OF_DAY_NOT_VALID")]
    [InlineData(null, "22:00", "x", null, "TIME_OF_DAY_NOT_VALID")]
    [InlineData(null, null, null, "America/Nowhere", "UNKNOWN_TIME_ZONE")]
    public async Task What_is_no_time_and_no_zone_is_refused_by_name(string? digest, string? from, string? to, string? zone, string code)
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);

        var refused = await reader.ChangeAsync(new NotificationsInput([], digest, from, to, zone));

        Assert.Equal(code, refused.Refusal!.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sealed_link_ends_one_kind_all_kinds_or_the_days_mail(DatabaseKind kind)
    {
        await using var reader = await Reader.CreateAsync(kind);
        var (links, end) = (reader.Store.Get<UnsubscribeLinks>(), reader.Store.Get<Unsubscribe>());
        await reader.DecideAsync(MailTiming.Daily, MailKind.TicketReplied);

        await end.HandleAsync(links.TokenOf(reader.Viewer.UserId, MailKind.Quote), everything: false, CancellationToken.None);
        await end.HandleAsync(links.TokenOf(reader.Viewer.UserId, MailKind.Quote), everything: false, CancellationToken.None);
        Assert.Equal([MailKind.Quote], await reader.EndedAsync());

        await end.HandleAsync(links.TokenOf(reader.Viewer.UserId, MailKind.Digest), everything: false, CancellationToken.None);
        Assert.Equal([MailKind.TicketReplied, MailKind.Quote], await reader.EndedAsync());

        await end.HandleAsync(links.TokenOf(reader.Viewer.UserId, MailKind.Quote), everything: true, CancellationToken.None);
        // The house sells no packages, so it never writes about projects.
        Assert.Equal(MailKinds.Optional.Except([MailKind.Project]), await reader.EndedAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not base 64 at all é")]
    public async Task A_link_that_was_not_made_here_ends_nothing(string? token)
    {
        await using var reader = await Reader.CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<NotFound>((await reader.Store.Get<Unsubscribe>().HandleAsync(token, everything: true, CancellationToken.None)).Refusal);
        Assert.Empty(await reader.EndedAsync());
    }

    /// <summary>Somebody with an address, who decides what it is sent.</summary>
    private sealed class Reader(TestStore store, Viewer viewer) : IAsyncDisposable
    {
        public TestStore Store => store;

        public Viewer Viewer => viewer;

        public static async Task<Reader> CreateAsync(DatabaseKind kind)
        {
            var store = await TestStore.CreateAsync(kind, services => services.AddSingleton<ChangeNotifications>().AddSingleton<Unsubscribe>().AddSingleton<NotificationReader>());
            var id = UserId.New(TestStore.Start);
            await using var db = store.Db();
            db.Add(new User { Id = id, DisplayName = "Ana", UserName = "ana@tienda.example", Email = "Ana@Tienda.example", NormalizedEmail = "ANA@TIENDA.EXAMPLE", EmailConfirmed = true });
            await db.SaveChangesAsync();
            return new Reader(store, new Viewer(id, "Ana", "ana@tienda.example", IsStaff: false, AccountId: null, Role: null, Language: null, Token: null));
        }

        public Task<Result<Done>> ChangeAsync(NotificationsInput input) => store.Get<ChangeNotifications>().HandleAsync(input, viewer, CancellationToken.None);

        public Task<Result<Done>> ChangeAsync(MailChoice choice) => ChangeAsync(new NotificationsInput([choice], null, null, null, null));

        public Task<Result<Done>> DecideAsync(MailTiming timing, params MailKind[] kinds) =>
            ChangeAsync(new NotificationsInput([.. kinds.Select(kind => new MailChoice(kind, timing))], null, null, null, null));

        public Task WriteAsync(MailKind kind, string? body = null, bool urgent = false) => store.Get<IOutbox>().EnqueueAsync(
            new Mail("ana@tienda.example", kind.ToString(), body ?? "Hola", "es-CL", Kind: kind, IsUrgent: urgent), CancellationToken.None);

        public Task RunAsync() => store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        public async Task<List<MailRow>> MailsAsync()
        {
            await using var db = store.Db();
            return await db.Set<MailRow>().AsNoTracking().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync();
        }

        /// <summary>The kinds of what went out by now, each as its own mail.</summary>
        public async Task<List<string>> SentAsync()
        {
            await RunAsync();
            return [.. (await MailsAsync()).Where(mail => mail is { SentAt: not null, DigestAt: null }).Select(mail => mail.Kind).Order().Select(kind => kind.ToString())];
        }

        public async Task<List<MailKind>> EndedAsync()
        {
            var settings = await store.Get<NotificationReader>().ReadAsync(viewer.UserId, CancellationToken.None);
            return [.. settings.Choices.Where(choice => choice.Timing == MailTiming.Off).Select(choice => choice.Kind)];
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
