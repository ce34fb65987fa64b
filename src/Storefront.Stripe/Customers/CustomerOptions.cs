namespace Storefront.Stripe.Customers;

public sealed class CustomerCreateOptions : BaseOptions
{
    public AddressOptions? Address { get; set; }

    public long? Balance { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    public CustomerInvoiceSettingsOptions? InvoiceSettings { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Name { get; set; }

    /// <summary>The id of a payment method to attach; with test keys also names such as <c>pm_card_visa</c>.</summary>
    public string? PaymentMethod { get; set; }

    public string? Phone { get; set; }

    public List<string>? PreferredLocales { get; set; }

    public string? TaxExempt { get; set; }

    public List<CustomerTaxIdDataOptions>? TaxIdData { get; set; }

    /// <summary>The id of a test clock that the customer's subscriptions live by.</summary>
    public string? TestClock { get; set; }
}

public sealed class CustomerUpdateOptions : BaseOptions
{
    public AddressOptions? Address { get; set; }

    public long? Balance { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    public CustomerInvoiceSettingsOptions? InvoiceSettings { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public List<string>? PreferredLocales { get; set; }

    public string? TaxExempt { get; set; }
}

public sealed class CustomerInvoiceSettingsOptions : INestedOptions
{
    public string? DefaultPaymentMethod { get; set; }

    public string? Footer { get; set; }
}

public sealed class CustomerTaxIdDataOptions : INestedOptions
{
    /// <summary>Required, such as <c>cl_tin</c>, <c>br_cnpj</c>, <c>uy_ruc</c> or <c>co_nit</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Required.</summary>
    public string? Value { get; set; }
}

public sealed class CustomerGetOptions : BaseOptions;

public sealed class CustomerDeleteOptions : BaseOptions;

public sealed class CustomerListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    /// <summary>Upper and lower case count.</summary>
    public string? Email { get; set; }

    public string? TestClock { get; set; }
}
