namespace Storefront.Hosting.Viewers;

/// <summary>The viewer of this request, or of this connection's scope.</summary>
public sealed class CurrentViewer
{
    /// <summary>Null when nobody is signed in.</summary>
    public Viewer? Viewer { get; set; }

    /// <summary>The text of the API token that came in a socket's first message; null where it came as a header, or none did.</summary>
    public string? SocketToken { get; set; }
}
