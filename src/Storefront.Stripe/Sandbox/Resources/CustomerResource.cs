using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/customers</c></summary>
internal static class CustomerResource
{
    private static readonly string[] s_addressNames = ["city", "country", "line1", "line2", "postal_code", "state"];

    public static void Map(ApiRoutes routes) => routes
        .Post("customers", Create)
        .Get("customers", (work, request) => request.ListOf(work, new ObjectQuery("customer")
            .Where("email", request.Parameters.Text("email"))
            .Where("test_clock", request.Parameters.Text("test_clock"))
            .WhereNull("deleted")))
        .Get("customers/{id}", Retrieve)
        .Post("customers/{id}", Update)
        .Delete("customers/{id}", Delete);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        if (parameters.Text("test_clock") is { } clock)
        {
            work.FollowClockOf(new JsonObject { ["test_clock"] = work.Require("test_helpers.test_clock", clock, "test_clock").Text("id") });
        }

        var customer = CustomerFactory.New(work, parameters.Text("email"), parameters.Text("name"));
        customer["test_clock"] = parameters.Text("test_clock");
        work.Store.Add(customer);
        Set(work, customer, parameters);
        if (parameters.Text("payment_method") is { } method)
        {
            PaymentMethodResource.Attach(work, method, customer, "payment_method");
        }

        work.Store.Save(customer);
        work.Events.Record("customer.created", customer);
        return customer;
    }

    private static JsonObject Retrieve(Workspace work, ApiRequest request)
    {
        var customer = work.Require("customer", request.Id);
        return customer.Flag("deleted") ? Deleted.Of(customer) : customer;
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var customer = work.RequireCustomer(request.Id, "id");
        var parameters = request.Parameters;
        work.Update(customer, "customer.updated", json =>
        {
            parameters.SetText(json, "email");
            parameters.SetText(json, "name");
            Set(work, json, parameters);
        });
        return customer;
    }

    private static void Set(Workspace work, JsonObject customer, Parameters parameters)
    {
        foreach (var name in new[] { "description", "phone", "invoice_prefix" })
        {
            parameters.SetText(customer, name);
        }

        parameters.SetInteger(customer, "balance");
        parameters.SetInteger(customer, "next_invoice_sequence");
        customer["tax_exempt"] = parameters.Choice("tax_exempt", "exempt", "none", "reverse") ?? customer.TextOrNull("tax_exempt");
        if (parameters.Texts("preferred_locales") is { } locales)
        {
            customer["preferred_locales"] = locales.ToJsonArray();
        }

        if (parameters.Unsets("address"))
        {
            customer["address"] = null;
        }
        else if (parameters.Part("address") is { } address)
        {
            var json = new JsonObject();
            foreach (var name in s_addressNames)
            {
                json[name] = address.Text(name);
            }

            customer["address"] = json;
        }

        if (parameters.Part("invoice_settings") is { } settings)
        {
            SetInvoiceSettings(work, customer, settings);
        }

        parameters.MergeMetadata(customer);
    }

    private static void SetInvoiceSettings(Workspace work, JsonObject customer, Parameters settings)
    {
        var json = customer.Object("invoice_settings");
        settings.SetText(json, "footer");
        if (settings.Unsets("default_payment_method"))
        {
            json["default_payment_method"] = null;
        }
        else if (settings.Text("default_payment_method") is { } method)
        {
            json["default_payment_method"] = PaymentMethodResource.RequireOf(
                work, method, customer.Text("id"), settings.PathOf("default_payment_method"));
        }
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var customer = work.RequireCustomer(request.Id, "id");
        foreach (var subscription in work.Store.List(new ObjectQuery("subscription").Where("customer", request.Id))
            .Where(subscription => subscription.Text("status") is not ("canceled" or "incomplete_expired")).ToList())
        {
            work.SubscriptionCycle.Cancel(subscription, "cancellation_requested");
        }

        work.Events.Record("customer.deleted", customer);
        work.Update(customer, null, json => json["deleted"] = true);
        return Deleted.Of(customer);
    }
}
