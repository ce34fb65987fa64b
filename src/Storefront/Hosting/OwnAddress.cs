using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Storefront.Hosting;

/// <summary>The address of this program, for links in mail and for Stripe's way back.</summary>
public sealed class OwnAddress(StorefrontSettings settings, IServer server)
{
    /// <summary>The setting <c>PublicUrl</c>, else the first bound address with wildcards made loopback. Ends with a slash.</summary>
    /// <exception cref="InvalidOperationException">Without <c>PublicUrl</c>, before the server listens.</exception>
    public Uri Root => settings.PublicUrl is { } given ? Slashed(given.AbsoluteUri) : Bound;

    /// <summary>Where the server listens, for what is said among ourselves. Ends with a slash.</summary>
    /// <exception cref="InvalidOperationException">Before the server listens.</exception>
    public Uri Bound => FindBound();

    /// <param name="path">Relative to the root, without a leading slash.</param>
    public Uri To(string path) => new(Root, path);

    private Uri FindBound()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server does not listen yet, and PublicUrl is not set.");
        foreach (var wildcard in (string[])["//+", "//*", "//0.0.0.0", "//[::]"])
        {
            address = address.Replace(wildcard, "//localhost", StringComparison.Ordinal);
        }

        return Slashed(address);
    }

    private static Uri Slashed(string address) => new(address.EndsWith('/') ? address : address + "/");
}
