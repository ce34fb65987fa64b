namespace Storefront.GraphQL.Subscriptions;

/// <summary>
/// An event that knows its place in its stream. Server-Sent Events carry it as the event's <c>id</c>; a client that lost the connection sends it
/// back in <c>Last-Event-ID</c>, and the subscription's argument <c>after</c>, where the root field has one, is given it.
/// </summary>
public interface IResumableEvent
{
    /// <summary>The place, as <c>after</c> takes it; null when nobody can go on from here.</summary>
    string? EventId { get; }
}
