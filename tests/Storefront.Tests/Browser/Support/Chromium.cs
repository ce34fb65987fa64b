using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>The system's Chromium, which Playwright drives; it does not download one of its own.</summary>
public static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("STOREFRONT_CHROMIUM") is { Length: > 0 } chosen ? chosen : Places.FirstOrDefault(File.Exists);

    /// <summary>Why browser tests cannot run here; null when they can. In CI a missing browser is a failure, not a skip.</summary>
    public static string? Missing => Path is null && Environment.GetEnvironmentVariable("CI") is not "true"
        ? "Chromium is not installed (Debian: apt-get install chromium; elsewhere set STOREFRONT_CHROMIUM to its path)."
        : null;

    public static BrowserTypeLaunchOptions LaunchOptions => new()
    {
        ExecutablePath = Path ?? throw new InvalidOperationException("Chromium is not installed, and CI asks for it."),
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
        ],
    };
}
