using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Tickets;

/// <summary>What is said before a ticket is sent: how long such work takes, what would be left, what stands before it.</summary>
public sealed class TicketOutlookTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Similar_tickets_of_one_s_own_say_how_long_it_takes_and_what_would_be_left(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        await customer.BuyAsync();
        foreach (var minutes in new[] { 30, 60, 90 })
        {
            await WorkAsync(customer, minutes);
        }

        var outlook = await AskAsync(customer);

        Assert.Equal(new WorkOutlook(30, 90, 3, WorkBasis.OwnTickets), outlook.Work);
        Assert.Equal((outlook.AvailableMinutes - 90, outlook.AvailableMinutes - 30), outlook.Remaining);
        Assert.True(outlook.CostsHours);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_Other_customers_tickets_say_something_only_where_they_are_of_three_or_more(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var (one, two) = (await customer.AnotherAsync(), await customer.AnotherAsync());
        foreach (var whose in new[] { one, one, one, two, two, two })
        {
            await WorkAsync(whose, 40);
        }

        Assert.Null((await AskAsync(customer)).Work);
        await WorkAsync(await customer.AnotherAsync(), 40);
        Assert.Equal(new WorkOutlook(40, 40, 7, WorkBasis.HouseTickets), (await AskAsync(customer)).Work);
    }

    [Fact]
    public async Task FLU_15_It_says_how_many_would_be_begun_before_it()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var other = await customer.AnotherAsync();
        await other.OpenAsync();
        await other.OpenAsync(Input(Urgency.Low, Impact.Low));

        Assert.Equal(1, (await AskAsync(customer)).Ahead);
        Assert.Equal(2, (await AskAsync(customer, Urgency.Low, Impact.Low)).Ahead);
    }

    [Fact]
    public async Task FEN_19_An_add_on_says_its_estimate_and_what_would_be_left()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.BuyAsync("gold");
        var addOn = Domain.Houses.Loaded.Fenicio.AddOns[0];
        var outlook = await shop.Get<TicketOutlooks>().ReadAsync(
            shop.Account, new TicketQuestion(addOn.KindKey, null, null, Schedule: false, addOn.Key), CancellationToken.None);
        Assert.Equal(new WorkOutlook(addOn.EstimatedMinutes, addOn.EstimatedMinutes, 0, WorkBasis.Catalogue), outlook.Work);
        Assert.Equal(600 - addOn.EstimatedMinutes, outlook.Remaining!.Value.Least);
    }

    [Fact]
    public async Task FEN_11_On_a_Sunday_a_level_1_says_what_it_costs_if_it_proves_another()
    {
        await using var shop = await FenicioShop.OpenAsync();
        shop.Store.Time.Advance(Duration.FromDays(6));
        var outlook = await shop.Get<TicketOutlooks>().ReadAsync(
            shop.Account, new TicketQuestion("no-access", null, null, Schedule: false, AddOn: null), CancellationToken.None);
        Assert.Equal((OnCallOutlook.CountsMoreIfReclassified, 200, false), (outlook.OnCall, outlook.OnCallPercent, outlook.CostsHours));
        Assert.NotNull(outlook.BackAt);
    }

    private static Task<TicketOutlook> AskAsync(TicketCustomer customer, Urgency urgency = Urgency.High, Impact impact = Impact.High) =>
        customer.Store.Get<TicketOutlooks>().ReadAsync(
            customer.Account, new TicketQuestion("support", urgency, impact, Schedule: false, AddOn: null), CancellationToken.None);

    // A ticket of the past with its work, closed.
    private static async Task WorkAsync(TicketCustomer customer, int minutes)
    {
        var ticket = await customer.OpenAsync();
        var done = await customer.Store.Transactions.RunAsync<Done>(
            customer.Account,
            (scope, _) =>
            {
                scope.Db.Add(new WorkLog
                {
                    AccountId = customer.Account,
                    Id = WorkLogId.New(scope.Now),
                    TicketId = ticket.Id,
                    StaffId = UserId.New(scope.Now),
                    Minutes = minutes,
                    ChargedMinutes = minutes,
                    Note = "Done",
                    WorkedAt = scope.Now,
                    LoggedAt = scope.Now,
                    IdempotencyKey = $"{ticket.Number}",
                });
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);
        Assert.Null(done.Refusal);
        await customer.MoveAsync(ticket.Id, TicketStatus.Resolved);
    }
}
