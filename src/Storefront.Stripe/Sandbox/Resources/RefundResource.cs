using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/refunds</c></summary>
internal static class RefundResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("refunds", Create)
        .Get("refunds", (work, request) => request.ListOf(work, new ObjectQuery("refund")
            .Where("charge", request.Parameters.Text("charge"))
            .Where("payment_intent", request.Parameters.Text("payment_intent"))))
        .Get("refunds/{id}", (work, request) => work.Require("refund", request.Id))
        .Post("refunds/{id}", Update);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var charge = ChargeOf(work, parameters);
        var left = charge.Number("amount_captured") - charge.Number("amount_refunded");
        var amount = parameters.Integer("amount") ?? left;
        if (left == 0)
        {
            throw ErrorHelper.Invalid($"Charge {charge.Text("id")} has already been refunded.", code: "charge_already_refunded");
        }

        if (amount <= 0 || amount > left)
        {
            throw parameters.Invalid("amount", $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})");
        }

        var refund = new JsonObject
        {
            ["id"] = Identifiers.New("re"),
            ["object"] = "refund",
            ["amount"] = amount,
            ["charge"] = charge.Text("id"),
            ["created"] = work.Now,
            ["currency"] = charge.Text("currency"),
            ["customer"] = charge.TextOrNull("customer"),
            ["destination_details"] = new JsonObject
            {
                ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" },
                ["type"] = "card",
            },
            ["metadata"] = parameters.Metadata(),
            ["payment_intent"] = charge.TextOrNull("payment_intent"),
            ["payment_method"] = charge.TextOrNull("payment_method"),
            ["reason"] = parameters.Choice("reason", "duplicate", "fraudulent", "requested_by_customer"),
            ["status"] = "succeeded",
        }.WithNulls("balance_transaction", "customer_account", "receipt_number", "source_transfer_reversal", "transfer_reversal");
        work.Store.Add(refund);
        var previous = new JsonObject { ["amount_refunded"] = charge.Number("amount_refunded"), ["refunded"] = false };
        charge["amount_refunded"] = charge.Number("amount_refunded") + amount;
        charge["refunded"] = amount == left;
        work.Store.Save(charge);
        work.Events.Record("refund.created", refund);
        work.Events.Record("charge.refunded", charge, previous);
        return refund;
    }

    private static JsonObject ChargeOf(Workspace work, Parameters parameters)
    {
        var id = parameters.Text("charge");
        if (parameters.Text("payment_intent") is { } intentId)
        {
            var intent = work.Require("payment_intent", intentId, "payment_intent");
            id = intent.TextOrNull("latest_charge");
        }

        if (id is null)
        {
            throw parameters.Has("payment_intent")
                ? parameters.Invalid("payment_intent", "This PaymentIntent does not have a successful charge to refund.")
                : parameters.Missing("charge");
        }

        var charge = work.Require("charge", id, "charge");
        work.FollowClockOf(charge.TextOrNull("customer") is { } customer ? work.Store.Find("customer", customer) ?? charge : charge);
        return charge.Flag("paid")
            ? charge
            : throw ErrorHelper.Invalid($"Charge {id} has not been paid and cannot be refunded.");
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var refund = work.Require("refund", request.Id);
        work.Update(refund, "refund.updated", json => request.Parameters.MergeMetadata(json));
        return refund;
    }
}
