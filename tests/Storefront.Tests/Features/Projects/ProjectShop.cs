using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Credentials;
using Storefront.Features.Meetings;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>A house that sells packages, in a store of its own, with a customer and staff. Nothing runs in the background: time is settled when asked.</summary>
internal sealed class ProjectShop : IAsyncDisposable
{
    private readonly TestStore store;
    private readonly UserId user;

    private ProjectShop(TestStore store, Handbook handbook, AccountId account, UserId user)
    {
        this.store = store;
        this.user = user;
        Handbook = handbook;
        Account = account;
    }

    public Handbook Handbook { get; }

    public AccountId Account { get; }

    public TestStore Store => store;

    public Viewer Customer => As(MemberRole.Owner);

    public Viewer Staff { get; } = new(
        UserId.New(TestStore.Start), "Valentina", "valentina@agencia.example", IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);

    public Instant Now => store.Time.Now;

    public static async Task<ProjectShop> CreateAsync(DatabaseKind kind, string house)
    {
        var handbook = Handbooks.Load(house);
        var shop = await TestStore.CreateAsync(kind, services =>
        {
            services.AddSingleton(handbook);
            services.AddSingleton(new Handbooks(handbook));
            services.AddSubscriptions().AddTickets().AddCredentials().AddProjects().AddSingleton<MeetingBook>();
        });
        var account = await shop.OpenAccountAsync();
        var user = new User
        {
            Id = UserId.New(TestStore.Start),
            DisplayName = "Ana",
            UserName = "ana@example.com",
            Email = "ana@example.com",
            NormalizedEmail = "ANA@EXAMPLE.COM",
            EmailConfirmed = true,
            Language = "es",
        };
        await using var db = shop.Db();
        db.Add(user);
        db.Add(new Member { AccountId = account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        await shop.KnowAsync(handbook);
        return new ProjectShop(shop, handbook, account, user.Id);
    }

    public Viewer As(MemberRole role, AccountId? account = null) =>
        new(user, "Ana", "ana@example.com", IsStaff: false, account ?? Account, role, Language: null, Token: null);

    public T Get<T>()
        where T : notnull => store.Get<T>();

    /// <summary>Places an order of a package; its project is open.</summary>
    public async Task<ProjectKey> OrderAsync(string packageKey)
    {
        var opened = await store.Transactions.RunAsync<Project>(
            Account,
            async (scope, token) => await Get<ProjectLifecycle>().OpenAsync(scope, PackageOrders.Add(scope, Handbook, packageKey, user), token),
            CancellationToken.None);
        return opened.Value.Key;
    }

    /// <summary>So much of the order is paid in all, in percent.</summary>
    public async Task PayAsync(ProjectKey key, int percent = 100)
    {
        var lifecycle = Get<ProjectLifecycle>();
        var paid = await store.Transactions.RunAsync<Done>(
            Account,
            async (scope, token) =>
            {
                var project = await scope.Db.Set<Project>().SingleAsync(row => row.AccountId == Account && row.Id == key.Id, token);
                var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == Account && row.Id == project.OrderId, token);
                var paid = order.Total.Percent(percent);
                order.Update(order.ToDomain() with { Paid = paid, Status = paid < order.Total ? OrderStatus.AwaitingPayment : OrderStatus.Paid });
                await lifecycle.PaidAsync(scope, order, token);
                return Done.Value;
            },
            CancellationToken.None);
        Assert.Null(paid.Refusal);
    }

    /// <summary>Its order expired, or the customer withdrew it.</summary>
    public async Task EndOrderAsync(ProjectKey key, OrderStatus status)
    {
        var ended = await store.Transactions.RunAsync<Done>(
            Account,
            async (scope, token) =>
            {
                var project = await scope.Db.Set<Project>().SingleAsync(row => row.AccountId == Account && row.Id == key.Id, token);
                var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == Account && row.Id == project.OrderId, token);
                order.Status = status;
                await Get<ProjectLifecycle>().EndedAsync(scope, order, token);
                return Done.Value;
            },
            CancellationToken.None);
        Assert.Null(ended.Refusal);
    }

    /// <summary>Moves the clock, and settles what fell due, as the program does when it wakes.</summary>
    public async Task MoveAsync(Duration forward)
    {
        store.Time.Advance(forward);
        var settled = await store.Transactions.RunAsync<Done>(Account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);
        Assert.Null(settled.Refusal);
    }

    /// <summary>To so many hours after opening on a business day that many business days from today.</summary>
    public Task MoveBusinessDaysAsync(int days) => MoveAsync(Handbook.Calendar.AddBusinessDays(Now, days) - Now);

    public Task<Result<Project>> GiveAsync(ProjectKey key, string input, string? text = "What you need", string? use = "On the home page", string? idempotencyKey = null, params AttachmentId[] files) =>
        Get<GiveInput>().HandleAsync(new GiveInputInput(key.Id, input, text, use, files, idempotencyKey), Customer, CancellationToken.None);

    public async Task GiveAllAsync(ProjectKey key)
    {
        foreach (var input in (await ShowAsync(key)).State.Inputs.Where(input => !input.IsHere))
        {
            Assert.Null((await GiveAsync(key, input.Key)).Refusal);
        }
    }

    public Task<Result<Attachment>> UploadAsync(string name, byte[] bytes) =>
        Get<UploadAttachment>().HandleAsync(Account, user, new UploadedFile(name, bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None);

    public Task<Result<Project>> VerifyAsync(ProjectKey key) => Get<VerifyInputs>().HandleAsync(key, Staff, CancellationToken.None);

    public Task<Result<Project>> ApproveAsync(ProjectKey key) => Get<ApproveProject>().HandleAsync(key.Id, Customer, CancellationToken.None);

    public Task<Result<Project>> ReviseAsync(ProjectKey key, string? comments, string? idempotencyKey = null) =>
        Get<AskRevision>().HandleAsync(key.Id, comments, idempotencyKey, Customer, CancellationToken.None);

    public Task<Result<Project>> FinishAsync(ProjectKey key, string stage) => Get<FinishStage>().HandleAsync(key, stage, Staff, CancellationToken.None);

    /// <summary>Finishes the tasks of a stage, and the stage.</summary>
    public async Task WorkAsync(ProjectKey key, string stage)
    {
        foreach (var task in (await ShowAsync(key)).State.Tasks.Where(task => task.StageKey == stage && task.FinishedAt is null))
        {
            Assert.Null((await Get<FinishTask>().HandleAsync(key, task.Key, Staff, CancellationToken.None)).Refusal);
        }

        Assert.Null((await FinishAsync(key, stage)).Refusal);
    }

    public Task<Result<Project>> BookAsync(ProjectKey key, string stage, Instant at, int minutes, Viewer? by = null) =>
        Get<BookProjectMeeting>().HandleAsync(key, stage, at, minutes, by ?? Staff, CancellationToken.None);

    public async Task<Project> ShowAsync(ProjectKey key)
    {
        await using var db = store.Db();
        return await db.Set<Project>().AsNoTracking().SingleAsync(row => row.AccountId == key.AccountId && row.Id == key.Id);
    }

    public async Task<StageState> StageAsync(ProjectKey key, string stage) => (await ShowAsync(key)).State.Find(stage)!;

    /// <summary>The customer's stream, in short: types without their area.</summary>
    public async Task<List<string>> EventsAsync()
    {
        await using var db = store.Db();
        var types = await db.Set<EventRow>().AsNoTracking().Where(row => row.AccountId == Account && row.Stream == EventStream.Customer)
            .OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
        return [.. types.Select(type => type.Replace("project.", "", StringComparison.Ordinal))];
    }

    public async Task<List<MailRow>> MailsAsync()
    {
        await using var db = store.Db();
        return await db.Set<MailRow>().AsNoTracking().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
