using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;
using Xunit.Abstractions;

namespace Storefront.Tests.Features.Tickets;

/// <summary>Places that the database counts are those that the rule gives, whatever the queue.</summary>
public sealed class TicketPlacesTests(ITestOutputHelper output)
{
    private const int Customers = 6;
    private const int Tickets = 60;

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_15_Counted_places_are_those_of_the_ordered_queue(DatabaseKind kind)
    {
        await using var customer = await TicketCustomer.CreateAsync(kind);
        await CompareAsync(customer.Store, ["essential", "business", "growth", "enterprise", null, "one that is sold no more"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_15_Counted_places_are_those_of_the_queue_ordered_by_the_plans_priority_too(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await CompareAsync(shop.Store, ["basico", "silver", "gold", "platinum", null, "one that is sold no more"]);
    }

    private async Task CompareAsync(TestStore store, IReadOnlyList<string?> plans)
    {
        var random = new Random((int)(TestSeed.Take(output) % int.MaxValue));
        var tickets = await FillAsync(store, plans, random);
        await using var db = store.Db();
        var queue = await store.Get<TicketQueueReader>().ReadAsync(db, CancellationToken.None);
        var places = store.Get<TicketPlaces>();
        Assert.True(queue.Tickets.Length > Tickets / 3);

        foreach (var ticket in tickets)
        {
            Assert.Equal(queue.PlaceOf(ticket.Id), await places.FindAsync(db, ticket, CancellationToken.None));
        }

        foreach (var own in tickets.GroupBy(ticket => ticket.AccountId))
        {
            var found = await places.OfAccountAsync(db, own.Key, CancellationToken.None);
            Assert.Equal(own.Where(ticket => ticket.IsQueued).Select(ticket => ticket.Id.Value).Order(), found.Keys.Select(id => id.Value).Order());
            Assert.All(found, place => Assert.Equal(queue.PlaceOf(place.Key), place.Value));
            Assert.Equal(queue.MarkOf(own.Key), TicketPlaces.MarkOf(found.Values));
        }

        // Many at once read the queue instead, and say the same.
        var all = await places.FindAsync(db, tickets, CancellationToken.None);
        Assert.Equal(queue.Tickets.Length, all.Count);
        Assert.All(all, place => Assert.Equal(queue.PlaceOf(place.Key), place.Value));
    }

    private static async Task<List<Ticket>> FillAsync(TestStore store, IReadOnlyList<string?> plans, Random random)
    {
        var accounts = new List<AccountId>();
        await using var db = store.Db();
        var house = store.Get<Handbooks>().Present;
        for (var index = 0; index < Customers; index++)
        {
            var account = await store.OpenAccountAsync($"Tienda {index}");
            accounts.Add(account);

            // Where everybody has a plan from the beginning, it becomes another.
            var first = await db.Set<PlanSubscription>().SingleOrDefaultAsync(row => row.AccountId == account);
            if (first is not null)
            {
                first.Status = plans[index] is null ? PlanSubscriptionStatus.Canceled : first.Status;
                first.PlanKey = plans[index] ?? first.PlanKey;
            }
            else if (plans[index] is { } plan)
            {
                db.Add(Subscription(account, plan, house.Version.Hash, PlanSubscriptionStatus.Active));
            }

            // What has ended counts for nothing.
            db.Add(Subscription(account, plans[Customers - 1 - index] ?? "gold", house.Version.Hash, PlanSubscriptionStatus.Canceled));
        }

        List<Ticket> tickets = [.. Enumerable.Range(1, Tickets).Select(number => Sent(number, accounts[random.Next(Customers)], house.Version.Hash, random))];
        db.AddRange(tickets);
        await db.SaveChangesAsync();
        return tickets;
    }

    private static Ticket Sent(int number, AccountId account, string version, Random random)
    {
        TicketStatus[] statuses = [TicketStatus.Open, TicketStatus.Open, TicketStatus.Assessing, TicketStatus.Planned, TicketStatus.InProgress, TicketStatus.Closed];
        return new Ticket
        {
            AccountId = account,
            Id = TicketId.New(TestStore.Start),
            Number = number,
            Subject = "Something",
            FoldedSubject = "something",
            HandbookVersion = version,
            KindKey = "support",
            ProposedClassKey = "Q1",
            ClassKey = "Q1",
            ClassRank = random.Next(1, 4),
            Status = statuses[random.Next(statuses.Length)],
            OpenedBy = UserId.New(TestStore.Start),
            OpenedAt = TestStore.Start,
            JoinsAt = TestStore.Start + Duration.FromMinutes(random.Next(8)),
            QueuedAt = random.Next(4) == 0 ? TestStore.Start + Duration.FromMinutes(random.Next(8)) : null,
            UpdatedAt = TestStore.Start,
        };
    }

    private static PlanSubscription Subscription(AccountId account, string plan, string version, PlanSubscriptionStatus status) => new()
    {
        AccountId = account,
        Id = SubscriptionId.New(TestStore.Start),
        HandbookVersion = version,
        PaymentMethod = "transfer",
        CreatedAt = TestStore.Start,
        Status = status,
        PlanKey = plan,
        Price = new Money(0, Currency.Clp),
    };
}
