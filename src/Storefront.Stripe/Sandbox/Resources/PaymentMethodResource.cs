using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/payment_methods</c>: cards on file, and Stripe's ready-made test cards such as <c>pm_card_visa</c>.</summary>
internal static class PaymentMethodResource
{
    public static void Map(ApiRoutes routes) => routes
        .Get("payment_methods", (work, request) =>
        {
            request.Parameters.Choice("type", "card");
            return request.ListOf(work, CardsOf(request.Parameters.Text("customer")));
        })
        .Get("customers/{id}/payment_methods", (work, request) =>
        {
            request.Parameters.Choice("type", "card");
            return request.ListOf(work, CardsOf(work.RequireCustomer(request.Id, "customer").Text("id")));
        })
        .Get("payment_methods/{id}", (work, request) => work.Require("payment_method", request.Id))
        .Post("payment_methods/{id}/attach", (work, request) => Attach(
            work, request.Id, work.RequireCustomer(request.Parameters.RequiredText("customer")), "id"))
        .Post("payment_methods/{id}/detach", Detach);

    /// <summary>Attaches a stored method, or a fresh copy of a ready-made one, to a customer.</summary>
    public static JsonObject Attach(Workspace work, string id, JsonObject customer, string param)
    {
        var method = TestCard.ByToken(id) is { } card
            ? work.Charging.NewMethod(card, 12, DateTimeOffset.FromUnixTimeSeconds(work.Now).Year + 3, customer.TextOrNull("name"), customer.TextOrNull("email"))
            : work.Require("payment_method", id, param);
        if (TestCard.Of(method).Decide(ChargeOccasion.Authenticated) is { } refusal)
        {
            throw ErrorHelper.Card(refusal.Code, refusal.DeclineCode, refusal.Message, null);
        }

        work.Charging.Attach(method, customer.Text("id"));
        return method;
    }

    /// <summary>The id of a method that belongs to the customer; a ready-made one is attached first.</summary>
    public static string RequireOf(Workspace work, string id, string customer, string param)
    {
        if (TestCard.ByToken(id) is not null)
        {
            return Attach(work, id, work.RequireCustomer(customer), param).Text("id");
        }

        var method = work.Require("payment_method", id, param);
        return method.TextOrNull("customer") == customer
            ? id
            : throw ErrorHelper.Invalid(
                $"The customer does not have a payment method with the ID {id}. The payment method must be attached to the customer.", param, "resource_missing");
    }

    private static ObjectQuery CardsOf(string? customer) => new ObjectQuery("payment_method").Where("customer", customer);

    private static JsonObject Detach(Workspace work, ApiRequest request)
    {
        var method = work.Require("payment_method", request.Id);
        var former = method.TextOrNull("customer")
            ?? throw ErrorHelper.Invalid("The payment method you provided is not attached to a customer so detachment is impossible.");
        work.Update(method, null, json => json["customer"] = null);
        work.Events.Record("payment_method.detached", method, new JsonObject { ["customer"] = former });
        return method;
    }
}
