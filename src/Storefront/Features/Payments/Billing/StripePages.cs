using Storefront.Hosting;

namespace Storefront.Features.Payments.Billing;

/// <summary>Tells pages of Stripe's, or of our sandbox's own, from any other address.</summary>
public sealed class StripePages(StorefrontSettings settings, OwnAddress address)
{
    /// <summary>The address when people may be sent there; null otherwise.</summary>
    public Uri? Accept(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var isOurs = settings.IsSandbox && new Uri(address.Root, PaymentsFeature.LocalStripePath + "/").IsBaseOf(uri);
        var isStripes = uri.Scheme == Uri.UriSchemeHttps && uri.Host.EndsWith(".stripe.com", StringComparison.OrdinalIgnoreCase);
        return isOurs || isStripes ? uri : null;
    }
}
