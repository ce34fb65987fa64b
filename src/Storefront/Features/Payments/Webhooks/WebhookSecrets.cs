namespace Storefront.Features.Payments.Webhooks;

/// <summary>With what Stripe signs. Several, separated by commas, count while an endpoint's secret is being replaced.</summary>
public sealed class WebhookSecrets(string secrets)
{
    public IReadOnlyList<string> All { get; } = secrets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
