using NodaTime;

namespace Storefront.Store.Seeding;

/// <summary>What is done when, by one of whom it is asked with services of its own.</summary>
internal delegate Task DemoDeed(IServiceProvider services, CancellationToken cancellationToken);

/// <summary>Everything that the story's people do, of all accounts.</summary>
internal sealed class DemoTimeline
{
    private readonly List<(Instant At, DemoDeed Deed)> deeds = [];

    public void Add(Instant at, DemoDeed deed) => deeds.Add((at, deed));

    /// <summary>By time; at one instant as they were added.</summary>
    public IEnumerable<(Instant At, DemoDeed Deed)> InOrder() => deeds.OrderBy(deed => deed.At);
}
