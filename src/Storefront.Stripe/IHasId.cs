namespace Storefront.Stripe;

/// <summary>An object that Stripe knows by an id.</summary>
public interface IHasId
{
    string Id { get; }
}
