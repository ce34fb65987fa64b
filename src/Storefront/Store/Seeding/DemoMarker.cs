using Storefront.Hosting;

namespace Storefront.Store.Seeding;

/// <summary>A file in the data directory for as long as the demonstration is unfinished: a process that dies in the middle leaves it behind.</summary>
public sealed class DemoMarker(StorefrontSettings settings)
{
    private readonly string path = Path.Combine(settings.DataDirectory, "demo.unfinished");

    public bool IsUnfinished => File.Exists(path);

    public void Begin() => File.WriteAllText(path, "");

    public void End() => File.Delete(path);
}
