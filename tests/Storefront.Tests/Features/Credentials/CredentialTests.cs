using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Credentials;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Credentials;

/// <summary>FLU-24: stored encrypted; only staff on that ticket can reveal them; every reveal is recorded.</summary>
public sealed class CredentialTests
{
    private const string Secret = "  correct horse\r\nñandú 🐴  ";

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_24_Who_works_on_the_ticket_is_shown_what_was_stored_and_the_customer_reads_that_it_was(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        var id = (await StoreAsync(desk, Input(ticket.Id))).Value;
        await TakeAsync(desk, ticket);

        var shown = (await RevealAsync(desk, ticket, id)).Value;

        Assert.Equal(("Shop admin", "https://shop.example/admin", "ana", "  correct horse\nñandú 🐴  "), (shown.Name, shown.Address, shown.UserName, shown.Secret));
        var reveal = Assert.Single(await desk.Get<CredentialReader>().RevealsAsync(desk.Customer.Account, 10, CancellationToken.None));
        Assert.Equal(("Shop admin", 1, TestStore.Start), (reveal.CredentialName, reveal.Ticket, reveal.At));
        Assert.Equal(["ticket.opened", "credential.shared", "credential.revealed"], (await desk.Customer.EventsAsync()).Select(happened => happened.Type));
        await using var db = desk.Store.Db();
        Assert.Equal(desk.Staff.UserId, (await db.Set<CredentialReveal>().SingleAsync()).StaffId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_24_It_is_shown_once_for_each_time_that_it_is_shared_and_each_is_on_record(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        var id = (await StoreAsync(desk, Input(ticket.Id))).Value;
        await TakeAsync(desk, ticket);

        var first = await Task.WhenAll(RevealAsync(desk, ticket, id), RevealAsync(desk, ticket, id));
        Assert.Equal(TestStore.Start, Assert.IsType<CredentialAlreadySeen>(Assert.Single(first, shown => shown.IsRefused).Refusal).At);
        Assert.NotNull(Assert.Single(await desk.Get<CredentialReader>().OfTicketAsync(ticket, CancellationToken.None)).Seen);

        // Only its customer lets it be seen again.
        desk.Store.Time.Advance(Duration.FromMinutes(1));
        Assert.Null((await desk.Get<ShareCredential>().HandleAsync(id, ticket.Id, true, desk.Customer.Viewer, CancellationToken.None)).Refusal);
        Assert.Null(Assert.Single(await desk.Get<CredentialReader>().OfTicketAsync(ticket, CancellationToken.None)).Seen);
        Assert.Null((await RevealAsync(desk, ticket, id)).Refusal);
        Assert.IsType<CredentialAlreadySeen>((await RevealAsync(desk, ticket, id)).Refusal);

        Assert.Equal(2, (await desk.Get<CredentialReader>().RevealsAsync(desk.Customer.Account, 10, CancellationToken.None)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_24_Nothing_of_it_can_be_read_in_the_database(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();
        await StoreAsync(desk, Input(ticket.Id, key: "once"));

        await using var db = desk.Store.Db();
        var content = (await db.Set<Credential>().SingleAsync()).Content;

        Assert.False(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes("correct")) >= 0);
        Assert.False(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes("ana")) >= 0);
    }

    [Fact]
    public async Task FLU_24_A_row_that_was_moved_to_another_account_or_changed_does_not_open()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        await StoreAsync(desk, Input(ticket.Id));
        await using var db = desk.Store.Db();
        var row = await db.Set<Credential>().AsNoTracking().SingleAsync();
        var safe = desk.Get<CredentialSafe>();

        byte[] changed = [.. row.Content];
        changed[^1] ^= 1;

        Assert.False(safe.Open(row).IsRefused);
        Assert.IsType<CredentialUnreadable>(safe.Open(Copy(row, AccountId.New(TestStore.Start), row.Id, row.Content)).Refusal);
        Assert.IsType<CredentialUnreadable>(safe.Open(Copy(row, row.AccountId, CredentialId.New(TestStore.Start), row.Content)).Refusal);
        Assert.IsType<CredentialUnreadable>(safe.Open(Copy(row, row.AccountId, row.Id, changed)).Refusal);
    }

    [Fact]
    public async Task FLU_24_Staff_who_do_not_work_on_the_ticket_are_shown_nothing_and_nothing_is_recorded()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var (ticket, other) = (await desk.OpenAsync(), await desk.OpenAsync());
        var id = (await StoreAsync(desk, Input(ticket.Id))).Value;

        var nobodys = await RevealAsync(desk, ticket, id);
        await TakeAsync(desk, ticket);
        await TakeAsync(desk, other);
        var colleague = await RevealAsync(desk, ticket, id, desk.Colleague);
        var forAnother = await RevealAsync(desk, other, id);
        var customer = await RevealAsync(desk, ticket, id, desk.Customer.Viewer);
        await desk.MoveAsync(ticket, TicketStatus.Resolved);
        var afterwards = await RevealAsync(desk, ticket, id);

        Assert.IsType<NotWorkingOnTicket>(nobodys.Refusal);
        Assert.IsType<NotWorkingOnTicket>(colleague.Refusal);
        Assert.IsType<NotFound>(forAnother.Refusal);
        Assert.IsType<NotFound>(customer.Refusal);
        Assert.IsType<TicketNotOpen>(afterwards.Refusal);
        Assert.Empty(await desk.Get<CredentialReader>().RevealsAsync(desk.Customer.Account, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Taken_back_or_deleted_it_is_shown_no_more_and_the_record_stays()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        var (one, two) = ((await StoreAsync(desk, Input(ticket.Id))).Value, (await StoreAsync(desk, Input(ticket.Id))).Value);
        await TakeAsync(desk, ticket);
        await RevealAsync(desk, ticket, two);

        await ShareAsync(desk, one, ticket.Id, isShared: false);
        await ShareAsync(desk, one, ticket.Id, isShared: false);
        Assert.Null((await desk.Get<DeleteCredential>().HandleAsync(two, desk.Customer.Viewer, CancellationToken.None)).Refusal);

        Assert.IsType<NotFound>((await RevealAsync(desk, ticket, one)).Refusal);
        Assert.IsType<NotFound>((await RevealAsync(desk, ticket, two)).Refusal);
        var left = Assert.Single(await desk.Get<CredentialReader>().ListAsync(desk.Customer.Account, CancellationToken.None));
        Assert.Equal((one, 0), (left.Id, left.Tickets.Length));
        Assert.Equal("Shop admin", Assert.Single(await desk.Get<CredentialReader>().RevealsAsync(desk.Customer.Account, 10, CancellationToken.None)).CredentialName);
        Assert.Equal(2, (await desk.Customer.EventsAsync()).Count(happened => happened.Type == "credential.unshared"));
        Assert.IsType<NotFound>((await desk.Get<DeleteCredential>().HandleAsync(two, desk.Customer.Viewer, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task COM_06_Another_accounts_safe_and_tickets_are_not_found()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        var id = (await StoreAsync(desk, Input(ticket.Id))).Value;
        var stranger = await desk.Customer.AnotherAsync();
        var theirs = await stranger.OpenAsync();

        var taken = await desk.Get<ShareCredential>().HandleAsync(id, theirs.Id, isShared: true, stranger.Viewer, CancellationToken.None);
        var deleted = await desk.Get<DeleteCredential>().HandleAsync(id, stranger.Viewer, CancellationToken.None);
        var given = await ShareAsync(desk, id, theirs.Id);
        var stored = await StoreAsync(desk, Input(theirs.Id));

        Assert.IsType<NotFound>(taken.Refusal);
        Assert.IsType<NotFound>(deleted.Refusal);
        Assert.IsType<NotFound>(given.Refusal);
        Assert.IsType<NotFound>(stored.Refusal);
        Assert.Empty(await desk.Get<CredentialReader>().ListAsync(stranger.Account, CancellationToken.None));
        Assert.Single(await desk.Get<CredentialReader>().ListAsync(desk.Customer.Account, CancellationToken.None));
    }

    [Fact]
    public async Task A_read_only_member_changes_nothing()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        var reader = desk.Customer.As(MemberRole.Viewer);

        Assert.IsType<ReadOnlyMember>((await StoreAsync(desk, Input(ticket.Id), reader)).Refusal);
        Assert.IsType<ReadOnlyMember>((await desk.Get<DeleteCredential>().HandleAsync(CredentialId.New(TestStore.Start), reader, CancellationToken.None)).Refusal);
    }

    [Theory]
    [InlineData("name", "", "x")]
    [InlineData("name", "two\nlines", "x")]
    [InlineData("secret", "Shop", "")]
    [InlineData("secret", "Shop", "   ")]
    [InlineData("secret", "Shop", "nul\0")]
    public async Task What_is_missing_or_cannot_be_kept_is_refused_by_name(string field, string name, string secret)
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);

        var refused = Assert.IsType<TextNotValid>((await StoreAsync(desk, new StoreCredentialInput(name, null, null, secret, null, null))).Refusal);

        Assert.Equal(field, Assert.Single(refused.Faults).Field);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_all_faults_are_named_at_once()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var input = new StoreCredentialInput(
            new string('n', StoreCredential.NameLength + 1),
            new string('a', StoreCredential.LineLength + 1),
            new string('u', StoreCredential.LineLength + 1),
            new string('s', StoreCredential.SecretLength + 1),
            null,
            null);

        var refused = Assert.IsType<TextNotValid>((await StoreAsync(desk, input)).Refusal);

        Assert.Equal(["name", "address", "userName", "secret"], refused.Faults.Select(fault => fault.Field));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Sent_twice_it_is_stored_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var ticket = await desk.OpenAsync();

        var first = await StoreAsync(desk, Input(ticket.Id, key: "once"));
        var second = await StoreAsync(desk, Input(ticket.Id, key: "once"));

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await desk.Get<CredentialReader>().ListAsync(desk.Customer.Account, CancellationToken.None));
    }

    [Fact]
    public void Nothing_that_carries_a_secret_tells_it_when_it_is_written()
    {
        object[] carriers = [Input(null), new CredentialContent("ana", "hunter2"), new RevealedCredential("Shop", null, "ana", "hunter2")];

        Assert.All(carriers, carrier => Assert.Equal(carrier.GetType().Name, carrier.ToString()));
    }

    private static StoreCredentialInput Input(TicketId? ticket, string? key = null) =>
        new("Shop admin", "https://shop.example/admin", "ana", Secret, ticket, key);

    private static Task<Result<CredentialId>> StoreAsync(DeskStore desk, StoreCredentialInput input, Viewer? viewer = null) =>
        desk.Get<StoreCredential>().HandleAsync(input, viewer ?? desk.Customer.Viewer, CancellationToken.None);

    private static Task<Result<Done>> ShareAsync(DeskStore desk, CredentialId id, TicketId ticket, bool isShared = true) =>
        desk.Get<ShareCredential>().HandleAsync(id, ticket, isShared, desk.Customer.Viewer, CancellationToken.None);

    private static Task<Result<RevealedCredential>> RevealAsync(DeskStore desk, TicketKey ticket, CredentialId id, Viewer? staff = null) =>
        desk.Get<RevealCredential>().HandleAsync(ticket, id, staff ?? desk.Staff, CancellationToken.None);

    private static Task<Result<Ticket>> TakeAsync(DeskStore desk, TicketKey ticket) =>
        desk.Get<AssignTicket>().HandleAsync(ticket, takes: true, desk.Staff, CancellationToken.None);

    private static Credential Copy(Credential row, AccountId account, CredentialId id, byte[] content) =>
        new() { AccountId = account, Id = id, Name = row.Name, Address = row.Address, Content = content, StoredAt = row.StoredAt };
}
