namespace Storefront.Stripe.Subscriptions;

/// <summary>In place of an instant: the trial ends now.</summary>
public sealed class SubscriptionTrialEnd : StringEnum
{
    public static readonly SubscriptionTrialEnd Now = new("now");

    private SubscriptionTrialEnd(string value)
        : base(value)
    {
    }
}

/// <summary>In place of an instant: an end of the items' periods.</summary>
public sealed class SubscriptionCancelAt : StringEnum
{
    public static readonly SubscriptionCancelAt MaxPeriodEnd = new("max_period_end");
    public static readonly SubscriptionCancelAt MinPeriodEnd = new("min_period_end");

    private SubscriptionCancelAt(string value)
        : base(value)
    {
    }
}

public sealed class SubscriptionBillingCycleAnchorOptions : INestedOptions
{
    /// <summary>Required: <c>now</c> or <c>unchanged</c>.</summary>
    public string? Type { get; set; }
}

public sealed class SubscriptionCancellationDetailsOptions : INestedOptions
{
    public string? Comment { get; set; }

    /// <summary><c>too_expensive</c>, <c>unused</c>, <c>other</c> and others.</summary>
    public string? Feedback { get; set; }
}

public sealed class SubscriptionPauseCollectionOptions : INestedOptions
{
    /// <summary>Required: <c>keep_as_draft</c>, <c>mark_uncollectible</c> or <c>void</c>.</summary>
    public string? Behavior { get; set; }

    public DateTimeOffset? ResumesAt { get; set; }
}

public sealed class SubscriptionPaymentSettingsOptions : INestedOptions
{
    public List<string>? PaymentMethodTypes { get; set; }

    /// <summary><c>off</c> or <c>on_subscription</c>.</summary>
    public string? SaveDefaultPaymentMethod { get; set; }
}

public sealed class SubscriptionPendingInvoiceItemIntervalOptions : INestedOptions
{
    /// <summary>Required: <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string? Interval { get; set; }

    public long? IntervalCount { get; set; }
}

public sealed class SubscriptionTrialSettingsOptions : INestedOptions
{
    public SubscriptionTrialSettingsEndBehaviorOptions? EndBehavior { get; set; }
}

public sealed class SubscriptionTrialSettingsEndBehaviorOptions : INestedOptions
{
    /// <summary>Required: <c>cancel</c>, <c>create_invoice</c> or <c>pause</c>.</summary>
    public string? MissingPaymentMethod { get; set; }
}

/// <summary>Something that is charged once, with an invoice of the subscription.</summary>
public sealed class SubscriptionAddInvoiceItemOptions : INestedOptions
{
    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Price { get; set; }

    public SubscriptionAddInvoiceItemPriceDataOptions? PriceData { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}

public sealed class SubscriptionAddInvoiceItemPriceDataOptions : INestedOptions
{
    /// <summary>Required; ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>Required: the id of a product.</summary>
    public string? Product { get; set; }

    public string? TaxBehavior { get; set; }

    /// <summary>In the currency's minor unit.</summary>
    public long? UnitAmount { get; set; }
}
