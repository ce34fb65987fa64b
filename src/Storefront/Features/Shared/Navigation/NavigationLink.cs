using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Navigation;

/// <summary>A link in the frame of the site, registered by the feature that it leads to.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Order">Smaller comes first; steps of ten leave room.</param>
/// <param name="Path">Local path, such as <c>/tickets</c>.</param>
/// <param name="Texts">The marker class of the resource that holds the text.</param>
/// <param name="TextName">Name of the text.</param>
/// <param name="Icon">Name of an icon, shown in menus.</param>
/// <param name="IsPost">Written as a button that posts (signing out), not as a link.</param>
/// <param name="Where">The houses that have it; null for all.</param>
/// <param name="Also">Another path whose pages belong to it; null for none.</param>
public sealed record NavigationLink(
    NavigationPlace Place, int Order, string Path, Type Texts, string TextName, string? Icon = null, bool IsPost = false, Func<Handbook, bool>? Where = null,
    string? Also = null)
{
    /// <summary>On whose pages it is the present one.</summary>
    internal IEnumerable<string> Paths => Also is null ? [Path] : [Path, Also];
}
