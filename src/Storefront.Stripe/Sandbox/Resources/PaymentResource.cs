using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary>What was paid and how: <c>/v1/payment_intents</c>, <c>/v1/charges</c> and <c>/v1/invoice_payments</c>, to read.</summary>
internal static class PaymentResource
{
    public static void Map(ApiRoutes routes) => routes
        .Get("payment_intents", (work, request) => request.ListOf(work, new ObjectQuery("payment_intent")
            .Where("customer", request.Parameters.Text("customer"))))
        .Get("payment_intents/{id}", (work, request) => work.Require("payment_intent", request.Id))
        .Get("charges/{id}", (work, request) => work.Require("charge", request.Id))
        .Get("invoice_payments/{id}", (work, request) => work.Require("invoice_payment", request.Id))
        .Get("invoice_payments", ListInvoicePayments);

    private static JsonObject ListInvoicePayments(Workspace work, ApiRequest request)
    {
        var payment = request.Parameters.Part("payment");
        payment?.Choice("type", "payment_intent");
        return request.ListOf(work, new ObjectQuery("invoice_payment")
            .Where("invoice", request.Parameters.Text("invoice"))
            .Where("status", request.Parameters.Choice("status", "canceled", "open", "paid"))
            .Where("payment.payment_intent", payment?.Text("payment_intent")));
    }
}
