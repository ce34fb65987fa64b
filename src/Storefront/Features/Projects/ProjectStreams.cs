using Storefront.Features.Shared;

namespace Storefront.Features.Projects;

/// <summary>The stream that pages about projects follow: what happens to the whole account.</summary>
public static class ProjectStreams
{
    /// <param name="lastSequence">The last event that the page shows.</param>
    public static LiveStream OfAccount(long lastSequence) =>
        LiveStream.For("subscription($after: Long) { accountEvents(after: $after) { sequence kind } }", "{}", lastSequence);
}
