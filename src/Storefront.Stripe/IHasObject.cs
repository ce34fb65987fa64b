namespace Storefront.Stripe;

/// <summary>An object that names its own type, such as <c>checkout.session</c>.</summary>
public interface IHasObject
{
    string Object { get; }
}
