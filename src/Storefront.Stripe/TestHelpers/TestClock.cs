namespace Storefront.Stripe.TestHelpers;

/// <summary>A clock that the subscriptions of its customers live by.</summary>
public sealed class TestClock : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "test_helpers.test_clock";

    public DateTimeOffset Created { get; set; }

    public bool? Deleted { get; set; }

    /// <summary>When the clock and its customers disappear by themselves, in real time.</summary>
    public DateTimeOffset DeletesAfter { get; set; }

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset FrozenTime { get; set; }

    public bool Livemode { get; set; }

    public string? Name { get; set; }

    /// <summary><c>ready</c>, <c>advancing</c> or <c>internal_failure</c>.</summary>
    public string Status { get; set; } = "";
}
