using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Shops;

/// <summary>The shop's answers as one would write them by hand: minimal routes, records and the serializer's generated code.</summary>
internal static class ShopRoutes
{
    public const string Plans = "/by-hand/plans";

    public const string Customer = "/by-hand/customer";

    public const string LoadedCustomer = "/by-hand/customer/loaded";

    public static void MapShopRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Plans, () => TypedResults.Json(new Answer<ShopPlans>(new ShopPlans(Shop.Plans)), ShopJson.Answers.AnswerShopPlans));
        routes.MapGet(Customer, () =>
        {
            var customer = Shop.Customer;
            return Answer(customer.Name, customer.Tickets.Select(ticket => DataOf(ticket, ticket.Events)));
        });
        routes.MapGet(LoadedCustomer, async () =>
        {
            var customer = Shop.Customer;
            var tickets = (await Shop.TicketsAsync([customer.Id]))[customer.Id].ToList();
            var events = await Shop.EventsAsync(tickets.ConvertAll(ticket => ticket.Number));
            return Answer(customer.Name, tickets.Select(ticket => DataOf(ticket, [.. events[ticket.Number]])));
        });
    }

    private static JsonHttpResult<Answer<ShopCustomerData>> Answer(string name, IEnumerable<ShopTicketData> tickets) =>
        TypedResults.Json(new Answer<ShopCustomerData>(new ShopCustomerData(new CustomerData(name, [.. tickets]))), ShopJson.Answers.AnswerShopCustomer);

    private static ShopTicketData DataOf(ShopTicket ticket, IReadOnlyList<ShopEvent> events) => new(ticket.Number, ticket.Subject, ticket.Status, events);
}
