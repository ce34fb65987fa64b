namespace Storefront.Stripe.Infrastructure;

/// <summary>A field that Stripe sends as an id or, when asked to expand it, as the whole object.</summary>
internal sealed class ExpandableField<T>(string id, T? expandedObject = null)
    where T : class, IHasId
{
    public string Id { get; } = id;

    public T? ExpandedObject { get; } = expandedObject;
}
