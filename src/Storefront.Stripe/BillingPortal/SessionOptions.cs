namespace Storefront.Stripe.BillingPortal;

public sealed class SessionCreateOptions : BaseOptions
{
    /// <summary>The id of a configuration; null takes the account's default one.</summary>
    public string? Configuration { get; set; }

    /// <summary>Required: the customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>Leads straight to one task instead of the portal's first page.</summary>
    public SessionFlowDataOptions? FlowData { get; set; }

    /// <summary>Such as <c>es-419</c>, <c>pt-BR</c> or <c>auto</c>.</summary>
    public string? Locale { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class SessionFlowDataOptions : INestedOptions
{
    public SessionFlowDataAfterCompletionOptions? AfterCompletion { get; set; }

    /// <summary>Required: <c>payment_method_update</c> and others.</summary>
    public string? Type { get; set; }
}

public sealed class SessionFlowDataAfterCompletionOptions : INestedOptions
{
    public SessionFlowDataAfterCompletionRedirectOptions? Redirect { get; set; }

    /// <summary>Required: <c>hosted_confirmation</c>, <c>portal_homepage</c> or <c>redirect</c>.</summary>
    public string? Type { get; set; }
}

public sealed class SessionFlowDataAfterCompletionRedirectOptions : INestedOptions
{
    /// <summary>Required.</summary>
    public string? ReturnUrl { get; set; }
}
