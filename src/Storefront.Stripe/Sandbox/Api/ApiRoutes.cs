using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Resources;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>Does one call and returns its answer.</summary>
internal delegate JsonNode ApiHandler(Workspace work, ApiRequest request);

/// <summary>The calls that the local Stripe knows. Segments in braces of a pattern are ids.</summary>
internal sealed class ApiRoutes
{
    private readonly List<(string Method, string[] Pattern, ApiHandler Handler)> _routes = [];

    public static ApiRoutes All { get; } = Build();

    public ApiRoutes Get(string pattern, ApiHandler handler) => Add("GET", pattern, handler);

    public ApiRoutes Post(string pattern, ApiHandler handler) => Add("POST", pattern, handler);

    public ApiRoutes Delete(string pattern, ApiHandler handler) => Add("DELETE", pattern, handler);

    /// <summary>Finds the handler of a call; a path that names a thing literally wins over one that takes it for an id.</summary>
    public (ApiHandler Handler, IReadOnlyList<string> Ids)? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (routeMethod, pattern, handler) in _routes)
        {
            if (routeMethod == method && Match(pattern, segments) is { } ids)
            {
                return (handler, ids);
            }
        }

        return null;
    }

    private static ApiRoutes Build()
    {
        var routes = new ApiRoutes();
        ProductResource.Map(routes);
        PriceResource.Map(routes);
        TaxRateResource.Map(routes);
        CouponResource.Map(routes);
        CustomerResource.Map(routes);
        PaymentMethodResource.Map(routes);
        CheckoutSessionResource.Map(routes);
        SubscriptionResource.Map(routes);
        SubscriptionItemResource.Map(routes);
        InvoiceItemResource.Map(routes);
        InvoicePreviewResource.Map(routes);
        InvoiceResource.Map(routes);
        PaymentResource.Map(routes);
        RefundResource.Map(routes);
        PortalSessionResource.Map(routes);
        EventResource.Map(routes);
        TestClockResource.Map(routes);
        return routes;
    }

    private static List<string>? Match(string[] pattern, string[] segments)
    {
        if (pattern.Length != segments.Length)
        {
            return null;
        }

        var ids = new List<string>();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == "{id}")
            {
                ids.Add(Uri.UnescapeDataString(segments[index]));
            }
            else if (pattern[index] != segments[index])
            {
                return null;
            }
        }

        return ids;
    }

    private ApiRoutes Add(string method, string pattern, ApiHandler handler)
    {
        _routes.Add((method, pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), handler));
        return this;
    }
}
