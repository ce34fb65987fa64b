namespace Storefront.Stripe;

/// <summary>One page of a list, newest first.</summary>
public sealed class StripeList<T> : StripeEntity, IHasObject
{
    public string Object { get; set; } = "list";

    public List<T> Data { get; set; } = [];

    /// <summary>Whether there is another page.</summary>
    public bool HasMore { get; set; }

    public string? Url { get; set; }

    public List<T>.Enumerator GetEnumerator() => Data.GetEnumerator();
}
