using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The desk, for staff.</summary>
[QueryType]
public static class DeskQueries
{
    /// <summary>Where the house works: queue, tickets and customers of all accounts. For staff only.</summary>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Read])]
    public static DeskView? Desk(DeskQueueReader reader) => new(reader);
}
