using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Credentials;
using Storefront.Features.Desk;
using Storefront.Features.Entitlements;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>A store of its own with a customer, its tickets, and staff who work on them. Nothing runs in the background.</summary>
public sealed class DeskStore : IAsyncDisposable
{
    private DeskStore(TestStore store, TicketCustomer customer)
    {
        Store = store;
        Customer = customer;
    }

    public TestStore Store { get; }

    public TicketCustomer Customer { get; }

    public Viewer Staff { get; } = Member("Valentina");

    public Viewer Colleague { get; } = Member("Tomás");

    /// <param name="kind">On which database.</param>
    /// <param name="house">By whose handbook; null for Flunt's.</param>
    public static async Task<DeskStore> CreateAsync(DatabaseKind kind, string? house = null)
    {
        var handbook = house is null ? null : Handbooks.Load(house);
        var store = await TestStore.CreateAsync(kind, services =>
        {
            if (handbook is not null)
            {
                services.AddSingleton(handbook);
                services.AddSingleton(new Handbooks(handbook));
            }

            services.AddSubscriptions().AddTickets().AddDesk().AddCredentials().AddEntitlements();
        });
        if (handbook is not null)
        {
            await using var db = store.Db();
            db.Add(new HandbookVersionRow
            {
                Hash = handbook.Version.Hash,
                SchemaVersion = handbook.Version.SchemaVersion,
                Json = handbook.CanonicalJson,
                LoadedAt = TestStore.Start,
            });
            await db.SaveChangesAsync();
        }

        return new DeskStore(store, new TicketCustomer(store, await store.OpenAccountAsync()));
    }

    /// <summary>With a customer on Essential, ten hours.</summary>
    public static async Task<DeskStore> WithPlanAsync(DatabaseKind kind)
    {
        var desk = await CreateAsync(kind);
        await desk.Customer.BuyAsync();
        return desk;
    }

    public async Task<TicketKey> OpenAsync(OpenTicketInput? input = null) => new(Customer.Account, (await Customer.OpenAsync(input)).Id);

    public T Get<T>()
        where T : notnull => Store.Get<T>();

    public Task<Result<WorkLog>> LogAsync(TicketKey ticket, int minutes, string key = "log", Instant? workedAt = null, string note = "Fixed the payment method") =>
        Get<LogWork>().HandleAsync(ticket, new WorkInput(minutes, note, workedAt, key), Staff, CancellationToken.None);

    public Task<Result<TicketMessageId>> ReplyAsync(TicketKey ticket, string body, bool waits = false, string? key = null) =>
        Get<ReplyAsStaff>().HandleAsync(ticket, new StaffReplyInput(body, [], waits, key), Staff, CancellationToken.None);

    public Task<Result<Ticket>> MoveAsync(TicketKey ticket, TicketStatus to, Viewer? by = null) =>
        Get<ChangeTicketStatus>().HandleAsync(ticket, to, by ?? Staff, CancellationToken.None);

    public Task<Result<Ticket>> ClassifyAsync(TicketKey ticket, string @class, string? reason = null) =>
        Get<ClassifyTicket>().HandleAsync(ticket, @class, reason, Staff, CancellationToken.None);

    /// <summary>The ticket as its customer sees it.</summary>
    public async Task<TicketDetails> ShowAsync(TicketKey ticket)
    {
        await using var db = Store.Db();
        return await Customer.ShowAsync(await db.Set<Ticket>().Where(row => row.Id == ticket.Id).Select(row => row.Number).SingleAsync());
    }

    /// <summary>The ledger in short: "Grant 600", "Use -90" …</summary>
    public async Task<string[]> LedgerAsync()
    {
        await using var db = Store.Db();
        var rows = await db.Set<HourEntryRow>().AsNoTracking().Where(row => row.AccountId == Customer.Account).OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => $"{row.Kind} {row.Minutes}")];
    }

    public async Task<Account> AccountAsync()
    {
        await using var db = Store.Db();
        return await db.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == Customer.Account);
    }

    public async Task<List<MailRow>> MailsAsync()
    {
        await using var db = Store.Db();
        return await db.Set<MailRow>().AsNoTracking().OrderBy(mail => mail.To).ToListAsync();
    }

    /// <summary>Adds a person to the customer's account.</summary>
    public async Task AddMemberAsync(string email, string language, bool confirmed = true)
    {
        await using var db = Store.Db();
        var user = new User { Id = UserId.New(TestStore.Start), DisplayName = email.Split('@')[0], UserName = email, Email = email, EmailConfirmed = confirmed, Language = language };
        db.Add(user);
        db.Add(new Member { AccountId = Customer.Account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Member, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static Viewer Member(string name) =>
        new(UserId.New(TestStore.Start), name, $"{name}@agencia.example", IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);
}
