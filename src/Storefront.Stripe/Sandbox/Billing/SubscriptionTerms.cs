using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>What to do with the time already paid for when a subscription changes.</summary>
internal enum ProrationBehavior
{
    /// <summary>Credits and charges wait for the next invoice.</summary>
    CreateProrations,

    /// <summary>They are invoiced at once.</summary>
    AlwaysInvoice,

    /// <summary>There are none.</summary>
    None,
}

/// <summary>What happens when the first payment, or that of a change, fails.</summary>
internal enum PaymentBehavior
{
    /// <summary>The subscription becomes incomplete or past due.</summary>
    AllowIncomplete,

    /// <summary>The first invoice is finalized and left open, to be paid later.</summary>
    DefaultIncomplete,

    /// <summary>The whole call is refused.</summary>
    ErrorIfIncomplete,
}

/// <summary>One thing subscribed to.</summary>
internal sealed record ItemTerms(JsonObject Price, long Quantity, JsonObject Metadata, IReadOnlyList<string> TaxRates);

/// <summary>A new subscription.</summary>
internal sealed record SubscriptionTerms(JsonObject Customer, IReadOnlyList<ItemTerms> Items)
{
    public long? TrialEnd { get; init; }

    public long? Anchor { get; init; }

    public ProrationBehavior Proration { get; init; } = ProrationBehavior.CreateProrations;

    public PaymentBehavior Payment { get; init; } = PaymentBehavior.AllowIncomplete;

    public IReadOnlyList<string> TaxRates { get; init; } = [];

    /// <summary>The card to pay the first invoice with, when it is known better than by the defaults.</summary>
    public JsonObject? FirstPaymentMethod { get; init; }

    /// <summary>Price and quantity of what the first invoice bills once, beside the items.</summary>
    public IReadOnlyList<ItemTerms> OneTimeItems { get; init; } = [];

    /// <summary>What is taken off; null for nothing.</summary>
    public JsonObject? Coupon { get; init; }

    /// <summary>The checkout session by which it began; null for none.</summary>
    public string? Session { get; init; }

    public bool IsAuthenticated { get; init; }

    /// <summary>Sets what is stored as it came: metadata, description, collection method and the like.</summary>
    public Action<JsonObject> Settings { get; init; } = _ => { };
}

/// <summary>A change of one item: of the one with the id, or a new one when there is no id.</summary>
internal sealed record ItemChange(string? Id)
{
    public JsonObject? Price { get; init; }

    public long? Quantity { get; init; }

    public bool IsDeleted { get; init; }

    public Action<JsonObject> Settings { get; init; } = _ => { };
}

/// <summary>A change of a subscription.</summary>
internal sealed record SubscriptionChange
{
    public IReadOnlyList<ItemChange> Items { get; init; } = [];

    public ProrationBehavior Proration { get; init; } = ProrationBehavior.CreateProrations;

    public PaymentBehavior Payment { get; init; } = PaymentBehavior.AllowIncomplete;

    public long? ProrationDate { get; init; }

    public bool AnchorsNow { get; init; }

    public bool EndsTrialNow { get; init; }

    public long? TrialEnd { get; init; }

    public IReadOnlyList<ItemTerms> OneTimeItems { get; init; } = [];

    public Action<JsonObject> Settings { get; init; } = _ => { };
}
