namespace Storefront.Stripe;

/// <summary>A parameter that takes one of two types, such as an instant or the word <c>now</c>. Values convert to it by themselves.</summary>
public sealed class AnyOf<T1, T2> : IAnyOf
{
    public AnyOf(T1 value) => Value = value;

    public AnyOf(T2 value) => Value = value;

    public object? Value { get; }

    public static implicit operator AnyOf<T1, T2>(T1 value) => new(value);

    public static implicit operator AnyOf<T1, T2>(T2 value) => new(value);
}
