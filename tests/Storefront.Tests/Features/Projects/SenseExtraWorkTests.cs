using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Checkout;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Projects.SenseSteps;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>Extra work of Sense Digital: what brings a project back from sales, and what becomes of tasks that nobody pays.</summary>
public sealed class SenseExtraWorkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_03_A_project_with_sales_goes_on_with_the_approval_of_what_stopped_it_and_its_ticket_is_resolved(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "sense");
        var key = await BegunAsync(shop);
        var beside = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "A newsletter");
        await shop.MoveAsync(NodaTime.Duration.FromHours(1));
        var stops = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "Not without the shop", goesOn: false);
        await QuoteAsync(shop, key, beside);
        await QuoteAsync(shop, key, stops);

        Assert.Null((await DecideAsync(shop, key, beside, true)).Refusal);
        Assert.Equal(ProjectStatus.WithSales, (await shop.ShowAsync(key)).Status);
        Assert.Equal(TicketStatus.Open, (await TicketAsync(shop)).Status);

        Assert.Null((await DecideAsync(shop, key, stops, true)).Refusal);
        var after = await shop.ShowAsync(key);
        Assert.Equal((ProjectStatus.Preparing, 4), (after.Status, after.State.Tasks.Count(task => task.Extra)));
        Assert.Equal(TicketStatus.Resolved, (await TicketAsync(shop)).Status);
        var last = (await MessagesAsync(shop))[^1];
        Assert.Equal((false, shop.Customer.UserId), (last.IsFromStaff, last.AuthorId));
        Assert.Contains("Not without the shop", last.Body, StringComparison.Ordinal);
        Assert.IsType<ProjectGoesOn>((await shop.Get<ResumeProject>().HandleAsync(key, null, shop.Staff, default)).Refusal);
    }

    [Fact]
    public async Task SEN_03_Brought_back_by_the_house_its_ticket_says_on_what_word_and_a_quote_that_is_declined_changes_nothing()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await BegunAsync(shop);
        var stops = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "Not without the shop", goesOn: false);
        await QuoteAsync(shop, key, stops);
        Assert.Null((await DecideAsync(shop, key, stops, false)).Refusal);
        Assert.Equal(ProjectStatus.WithSales, (await shop.ShowAsync(key)).Status);
        Assert.Equal(TicketStatus.Open, (await TicketAsync(shop)).Status);

        Assert.Null((await shop.Get<ResumeProject>().HandleAsync(key, "We agreed on the phone.", shop.Staff, default)).Refusal);
        Assert.Equal(TicketStatus.Resolved, (await TicketAsync(shop)).Status);
        var last = (await MessagesAsync(shop))[^1];
        Assert.Equal((true, shop.Staff.UserId), (last.IsFromStaff, last.AuthorId));
        Assert.Contains("We agreed on the phone.", last.Body, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_05_Extra_work_whose_order_is_withdrawn_leaves_the_project_and_comes_back_when_it_is_paid_after_all(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "sense");
        var key = await ProducingAsync(shop);
        var before = await shop.ShowAsync(key);
        var request = await AgreeAsync(shop, key, "A newsletter form");
        Assert.Equal(before.Tasks + 2, (await shop.ShowAsync(key)).Tasks);

        await ChangeOrderAsync(shop, request, OrderStatus.Canceled, paid: false);
        var after = await shop.ShowAsync(key);
        Assert.Equal((before.Tasks, ProjectRequestStatus.Withdrawn), (after.Tasks, (await RequestAsync(shop, request)).Status));
        Assert.Equal(2, (await shop.EventsAsync()).Count(name => name == "task-withdrawn"));
        Assert.IsType<RequestNotOpen>((await shop.Get<FinishRequest>().HandleAsync(key, request, shop.Staff, default)).Refusal);
        Assert.Null((await shop.Get<AddTask>().HandleAsync(key, "production", "Colours", shop.Staff, default)).Refusal);

        await ChangeOrderAsync(shop, request, OrderStatus.Paid, paid: true);
        Assert.Equal(before.Tasks + 3, (await shop.ShowAsync(key)).Tasks);
        Assert.Equal(ProjectRequestStatus.Approved, (await RequestAsync(shop, request)).Status);
    }

    [Fact]
    public async Task SEN_05_Paid_after_the_delivery_what_was_withdrawn_becomes_a_project_of_its_own()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        var request = await AgreeAsync(shop, key, "A newsletter form");
        await ChangeOrderAsync(shop, request, OrderStatus.Canceled, paid: false);
        await DeliverAsync(shop, key);

        await ChangeOrderAsync(shop, request, OrderStatus.Paid, paid: true);
        await using var db = shop.Store.Db();
        var made = await db.Set<Project>().SingleAsync(row => row.OriginalId == key.Id);
        Assert.Equal((made.Id, true), ((await RequestAsync(shop, request)).NewProjectId!.Value, made.State.IsFullyPaid));
    }

    [Fact]
    public async Task SEN_05_Extra_work_that_has_begun_is_owed()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        var request = await AgreeAsync(shop, key, "A newsletter form");
        Assert.False(await HasBegunAsync(shop, request));
        var task = (await shop.ShowAsync(key)).State.Tasks.First(task => task.Extra).Key;
        Assert.Null((await shop.Get<StartTask>().HandleAsync(key, task, shop.Staff, default)).Refusal);
        Assert.True(await HasBegunAsync(shop, request));
    }

    private static async Task<bool> HasBegunAsync(ProjectShop shop, ProjectRequestId request)
    {
        var begun = false;
        await OnOrderAsync(shop, request, async (scope, work, order) => begun = await work.HasBegunAsync(scope, order, CancellationToken.None));
        return begun;
    }

    /// <summary>The order of a request is withdrawn, or paid.</summary>
    private static Task ChangeOrderAsync(ProjectShop shop, ProjectRequestId request, OrderStatus status, bool paid) => OnOrderAsync(
        shop,
        request,
        async (scope, work, order) =>
        {
            order.Update(order.ToDomain() with { Paid = paid ? order.Total : Money.Zero(order.Total.Currency), Status = status });
            await (paid ? work.PaidAsync(scope, order, CancellationToken.None) : work.EndedAsync(scope, order, CancellationToken.None));
        });

    private static async Task OnOrderAsync(ProjectShop shop, ProjectRequestId id, Func<Storefront.Store.AccountScope, IOrderWork, Order, Task> act)
    {
        var request = await RequestAsync(shop, id);
        Assert.Null((await shop.Store.Transactions.RunAsync<Done>(
            shop.Account,
            async (scope, token) =>
            {
                await act(scope, shop.Get<IOrderWork>(), await scope.Db.Set<Order>().SingleAsync(row => row.Id == request.OrderId, token));
                return Done.Value;
            },
            CancellationToken.None)).Refusal);
    }

    private static async Task<Ticket> TicketAsync(ProjectShop shop)
    {
        await using var db = shop.Store.Db();
        return await db.Set<Ticket>().AsNoTracking().SingleAsync();
    }

    private static async Task<List<TicketMessage>> MessagesAsync(ProjectShop shop)
    {
        await using var db = shop.Store.Db();
        return await db.Set<TicketMessage>().AsNoTracking().OrderBy(message => message.At).ToListAsync();
    }
}
