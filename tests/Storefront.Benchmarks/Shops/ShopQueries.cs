using Storefront.GraphQL.Types.Attributes;

namespace Storefront.Benchmarks.Shops;

/// <summary>The roots.</summary>
public static class ShopQueries
{
    public static IReadOnlyList<ShopPlan> Plans() => Shop.Plans;

    public static ShopCustomer Customer() => Shop.Customer;
}

/// <summary>A customer's tickets, loaded.</summary>
[ExtendObjectType<ShopCustomer>]
public static class ShopCustomerFields
{
    public static Task<ShopTicket[]?> LoadedTicketsAsync([Parent] ShopCustomer customer, TicketsOfCustomer tickets, CancellationToken cancellationToken) =>
        tickets.LoadAsync(customer.Id, cancellationToken);
}

/// <summary>A ticket's events, loaded.</summary>
[ExtendObjectType<ShopTicket>]
public static class ShopTicketFields
{
    public static Task<ShopEvent[]?> LoadedEventsAsync([Parent] ShopTicket ticket, EventsOfTicket events, CancellationToken cancellationToken) =>
        events.LoadAsync(ticket.Number, cancellationToken);
}
