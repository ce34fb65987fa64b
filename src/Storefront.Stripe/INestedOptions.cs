namespace Storefront.Stripe;

/// <summary>Marks a class whose properties are sent as <c>parent[property]</c>.</summary>
public interface INestedOptions;
