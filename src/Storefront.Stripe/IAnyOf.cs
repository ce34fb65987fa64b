namespace Storefront.Stripe;

/// <summary>The value of an <see cref="AnyOf{T1, T2}"/>, whatever its types.</summary>
public interface IAnyOf
{
    object? Value { get; }
}
