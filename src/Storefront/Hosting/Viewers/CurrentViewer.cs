namespace Storefront.Hosting.Viewers;

/// <summary>The viewer of this request, or of this connection's scope.</summary>
public sealed class CurrentViewer
{
    /// <summary>Null when nobody is signed in.</summary>
    public Viewer? Viewer { get; set; }
}
