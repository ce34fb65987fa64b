namespace Storefront.Stripe;

/// <summary>A word that Stripe understands in place of another type's value.</summary>
public abstract class StringEnum(string value)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}
