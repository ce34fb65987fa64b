using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;
using Storefront.Stripe.Sandbox.Webhooks;

namespace Storefront.Stripe.Sandbox;

/// <summary>What one request or one due step works with: the open transaction, its instant, and the parts of the engine.</summary>
internal sealed class Workspace
{
    private readonly string? _baseUrl;

    public Workspace(StripeTransaction store, LocalStripeOptions options, long now, string? baseUrl)
    {
        Store = store;
        Options = options;
        Now = now;
        _baseUrl = baseUrl;
        Events = new EventRecorder(this);
        Charging = new Charging(this);
        Taxes = new TaxCalculator(this);
        Discounts = new Discounts(this);
        Drafting = new InvoiceDrafting(this);
        Invoices = new InvoiceLifecycle(this);
        Prorations = new Prorations(this);
        SubscriptionCreation = new SubscriptionCreation(this);
        SubscriptionChanges = new SubscriptionChanges(this);
        SubscriptionCycle = new SubscriptionCycle(this);
        Checkout = new CheckoutCompletion(this);
    }

    public StripeTransaction Store { get; }

    public LocalStripeOptions Options { get; }

    /// <summary>The instant of everything done here, in seconds.</summary>
    public long Now { get; private set; }

    /// <summary>The request that caused the work, for its events; null for what the clock caused.</summary>
    public (string Id, string? IdempotencyKey)? Request { get; init; }

    /// <summary>In a rehearsal invoices are shown instead of collected, and the transaction is thrown away.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The first invoice that a rehearsal would have collected at once.</summary>
    public JsonObject? RehearsedInvoice { get; set; }

    /// <summary>Whether what was done is to be thrown away.</summary>
    public bool MustRollBack { get; private set; }

    public EventRecorder Events { get; }

    public Charging Charging { get; }

    public TaxCalculator Taxes { get; }

    public Discounts Discounts { get; }

    public InvoiceDrafting Drafting { get; }

    public InvoiceLifecycle Invoices { get; }

    public Prorations Prorations { get; }

    public SubscriptionCreation SubscriptionCreation { get; }

    public SubscriptionChanges SubscriptionChanges { get; }

    public SubscriptionCycle SubscriptionCycle { get; }

    public CheckoutCompletion Checkout { get; }

    public string? PageUrl(string path) =>
        (Options.PublicUrl?.ToString().TrimEnd('/') ?? _baseUrl) is { } address ? address + path : null;

    /// <summary>Goes on with the same transaction as a rehearsal, after which it must not be committed.</summary>
    public Workspace Rehearse()
    {
        MustRollBack = true;
        return new Workspace(Store, Options, Now, _baseUrl) { Request = Request, IsRehearsal = true };
    }

    public void MoveTo(long instant) => Now = instant;

    /// <summary>Finds an object or answers that there is no such thing.</summary>
    public JsonObject Require(string kind, string id, string param = "id") =>
        Store.Find(kind, id) ?? throw ErrorHelper.Missing(kind, id, param);

    /// <summary>Finds a customer who was not deleted and goes over to the customer's test clock if there is one.</summary>
    public JsonObject RequireCustomer(string id, string param = "customer")
    {
        var customer = Store.Find("customer", id);
        if (customer is null || customer.Flag("deleted"))
        {
            throw ErrorHelper.Missing("customer", id, param);
        }

        FollowClockOf(customer);
        return customer;
    }

    /// <summary>Goes over to the frozen time of the test clock that an object is attached to.</summary>
    public void FollowClockOf(JsonObject json)
    {
        if (json.TextOrNull("test_clock") is { } id && Store.Find("test_helpers.test_clock", id) is { } clock)
        {
            Now = clock.Number("frozen_time");
        }
    }

    /// <summary>Changes a stored object and, when anything changed, records the event with the former values.</summary>
    public void Update(JsonObject json, string? eventType, Action<JsonObject> change)
    {
        var before = (JsonObject)json.Shown();
        change(json);
        Store.Save(json);
        if (eventType is null)
        {
            return;
        }

        var previous = EventRecorder.Difference(before, (JsonObject)json.Shown());
        if (previous.Count > 0)
        {
            Events.Record(eventType, json, previous);
        }
    }
}
