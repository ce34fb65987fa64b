using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>A customer of a store of its own, with what tests do to its tickets. Nothing runs in the background: time is settled when asked.</summary>
public sealed class TicketCustomer(TestStore store, AccountId account) : IAsyncDisposable
{
    private readonly UserId user = UserId.New(TestStore.Start);

    public TestStore Store => store;

    public AccountId Account => account;

    public Viewer Viewer => As(MemberRole.Owner);

    public TicketReader Reader => store.Get<TicketReader>();

    public Handbook Handbook => store.Get<Handbooks>().Present;

    public static async Task<TicketCustomer> CreateAsync(DatabaseKind kind)
    {
        var store = await TestStore.CreateAsync(kind, services => services.AddSubscriptions().AddTickets());
        return new TicketCustomer(store, await store.OpenAccountAsync());
    }

    /// <summary>Another account of the same house.</summary>
    public async Task<TicketCustomer> AnotherAsync() => new(store, await store.OpenAccountAsync("Otra Tienda"));

    public Viewer As(MemberRole role) => new(user, "Ana", "ana@example.com", IsStaff: false, account, role, Language: null, Token: null);

    public static OpenTicketInput Input(
        Urgency? urgency = Urgency.High, Impact? impact = Impact.High, string? subject = "Checkout fails", string? body = "Nobody can pay.", string? key = null) =>
        new(subject, body, "support", urgency, impact, "vtex", ScheduleForNextPeriod: false, [], key);

    public Task<Result<OpenedTicket>> TryOpenAsync(OpenTicketInput input, Viewer? viewer = null) =>
        store.Get<OpenTicket>().HandleAsync(input, viewer ?? Viewer, CancellationToken.None);

    public async Task<OpenedTicket> OpenAsync(OpenTicketInput? input = null) => (await TryOpenAsync(input ?? Input())).Value;

    public Task<Result<TicketMessageId>> ReplyAsync(TicketId ticket, string body, string? key = null, params AttachmentId[] files) =>
        store.Get<ReplyToTicket>().HandleAsync(new ReplyToTicketInput(ticket, body, files, key), Viewer, CancellationToken.None);

    public Task<Result<Attachment>> UploadAsync(string name, byte[] bytes) =>
        store.Get<UploadAttachment>().HandleAsync(account, user, new UploadedFile(name, bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None);

    public Task<Result<Attachment>> UploadAsync(string name, string text) => UploadAsync(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Staff, as far as the store is concerned: a rule on the ticket, saved.</summary>
    public async Task StaffAsync(TicketId id, Func<CurrentTicket, Instant, Result<TicketChange>> rule)
    {
        var tickets = store.Get<TicketStore>();
        var done = await store.Transactions.RunAsync<Done>(
            account,
            async (scope, token) => rule((await tickets.FindAsync(scope.Db, account, id, token))!, scope.Now) switch
            {
                { Refusal: { } refusal } => refusal,
                { Value: var change } => Saved(tickets, scope, await tickets.FindAsync(scope.Db, account, id, token), change),
            },
            CancellationToken.None);
        Assert.Null(done.Refusal);
    }

    public Task MoveAsync(TicketId id, TicketStatus to) =>
        StaffAsync(id, (ticket, now) => TicketRules.Move(ticket.State, Handbook.Tickets, to, TicketActor.Staff, now));

    public async Task<TicketDetails> ShowAsync(int number) => (await Reader.FindAsync(account, number, CancellationToken.None))!;

    public async Task<TicketDetails> ShowAsync(OpenedTicket ticket) => await ShowAsync(ticket.Number);

    /// <summary>Buys Essential, so that there are periods.</summary>
    public async Task BuyAsync()
    {
        var subscriber = new Subscriber(store, account);
        Assert.Null((await subscriber.OrderAndPayAsync("essential", BillingInterval.Month)).Refusal);
    }

    /// <summary>Moves time to that moment in Santiago, without settling anything.</summary>
    public void MoveTo(int month, int day, int hour = 12, int minute = 0) => store.Time.Advance(At(month, day, hour, minute) - store.Time.Now);

    public Instant At(int month, int day, int hour = 12, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneLeniently(Handbook.Zone).ToInstant();

    /// <summary>Does what has become due, as the background does it.</summary>
    public Task SettleAsync() =>
        store.Transactions.RunAsync<Done>(account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);

    public async Task<List<(string Type, Instant At)>> EventsAsync(EventStream stream = EventStream.Customer)
    {
        await using var db = store.Db();
        var rows = await db.Set<EventRow>().Where(row => row.AccountId == account && row.Stream == stream && row.TicketId != null)
            .OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => (row.Type, row.At))];
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static Done Saved(TicketStore tickets, AccountScope scope, CurrentTicket? ticket, TicketChange change)
    {
        tickets.Save(scope, ticket!, change);
        return Done.Value;
    }
}
