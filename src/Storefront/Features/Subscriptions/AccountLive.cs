using Storefront.Features.Shared;

namespace Storefront.Features.Subscriptions;

/// <summary>The stream that the pages of an account's hours and subscription follow: whatever happens to the account.</summary>
public static class AccountLive
{
    private const string Document = "subscription($after:Long){accountEvents(after:$after){sequence kind}}";

    /// <param name="lastSequence">Of the last event that the page shows.</param>
    public static LiveStream Stream(long lastSequence) => LiveStream.For(Document, "{}", lastSequence);
}
