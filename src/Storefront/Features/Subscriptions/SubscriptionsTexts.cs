namespace Storefront.Features.Subscriptions;

/// <summary>Marks the texts of subscriptions and their changes.</summary>
public sealed class SubscriptionsTexts;
