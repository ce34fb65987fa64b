namespace Storefront.Stripe.TestHelpers;

public sealed class TestClockCreateOptions : BaseOptions
{
    /// <summary>Required: what the clock shows first.</summary>
    public DateTimeOffset? FrozenTime { get; set; }

    public string? Name { get; set; }
}

public sealed class TestClockAdvanceOptions : BaseOptions
{
    /// <summary>Required; later than what the clock shows, at most two intervals of its shortest subscription.</summary>
    public DateTimeOffset? FrozenTime { get; set; }
}

public sealed class TestClockGetOptions : BaseOptions;

public sealed class TestClockDeleteOptions : BaseOptions;

public sealed class TestClockListOptions : ListOptions;
