namespace Storefront.Tests.Live.Cuts;

/// <summary>How a stream comes.</summary>
public enum Transport
{
    /// <summary>Server-Sent Events.</summary>
    EventStream,

    /// <summary>A WebSocket.</summary>
    WebSocket,
}
