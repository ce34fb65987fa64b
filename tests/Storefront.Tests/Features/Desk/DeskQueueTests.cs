using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Desk;

public class DeskQueueTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_15_The_queue_of_all_accounts_goes_by_class_then_arrival(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var other = await desk.Customer.AnotherAsync();
        await desk.OpenAsync(Input(Urgency.Low, Impact.Low));
        await other.OpenAsync(Input(Urgency.High, Impact.High));
        await desk.OpenAsync(Input(Urgency.High, Impact.High));
        var started = await desk.OpenAsync(Input(Urgency.Low, Impact.Low));
        await desk.MoveAsync(started, TicketStatus.InProgress);

        var entries = (await desk.Get<DeskQueueReader>().ReadAsync(CancellationToken.None)).Entries;

        Assert.Equal([4, 2, 3, 1], entries.Select(entry => entry.Ticket.Number));
        Assert.Equal([null, 1, 2, 3], entries.Select(entry => entry.Place?.Position));
        Assert.Equal([("Tienda Sur", "essential", 600), ("Otra Tienda", null, 0)], entries.Take(2)
            .Select(entry => (entry.Account.Name, entry.Account.PlanKey, entry.Account.AvailableMinutes)));
        Assert.All(entries, entry => Assert.True(entry.NeedsClass));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ticket_becomes_urgent_in_the_last_quarter_of_its_time_and_then_missed(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await desk.OpenAsync(Input(Urgency.High, Impact.High));

        var calm = await OnlyAsync(desk);
        desk.Store.Time.Advance(Duration.FromMinutes(181));
        var soon = await OnlyAsync(desk);
        desk.Store.Time.Advance(Duration.FromHours(2));
        var missed = await OnlyAsync(desk);

        Assert.Equal((TargetKind.Start, TargetUrgency.Running), (calm.Next!.Kind, calm.Urgency));
        Assert.Equal(TargetUrgency.Soon, soon.Urgency);
        Assert.Equal((TargetKind.Start, TargetUrgency.Missed), (missed.Next!.Kind, missed.Urgency));
        Assert.True(missed.Fits(DeskFilter.Urgent, desk.Staff.UserId));
    }

    [Fact]
    public async Task Filters_and_searches_find_what_they_say()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var waiting = await desk.OpenAsync(Input(subject: "Facturación caída"));
        var mine = await desk.OpenAsync(Input(subject: "Checkout"));
        await desk.ReplyAsync(waiting, "Since when?", waits: true);
        await desk.MoveAsync(mine, TicketStatus.InProgress);

        var entries = (await desk.Get<DeskQueueReader>().ReadAsync(CancellationToken.None)).Entries;

        Assert.Equal([1], Fitting(DeskFilter.Waiting));
        Assert.Equal([2], Fitting(DeskFilter.Open));
        Assert.Equal([2], Fitting(DeskFilter.Mine));
        Assert.Equal([1], Found("facturacion tienda"));
        Assert.Equal([2], Found("#2"));
        Assert.Empty(Found("tienda norte"));

        IEnumerable<int> Fitting(DeskFilter filter) => entries.Where(entry => entry.Fits(filter, desk.Staff.UserId)).Select(entry => entry.Ticket.Number);
        IEnumerable<int> Found(string text) => DeskQueueReader.Search(entries, text).Select(entry => entry.Ticket.Number);
    }

    private static async Task<DeskEntry> OnlyAsync(DeskStore desk) =>
        Assert.Single((await desk.Get<DeskQueueReader>().ReadAsync(CancellationToken.None)).Entries);
}
