using System.Globalization;

namespace Storefront.Benchmarks;

/// <summary>How much is measured, and for how long.</summary>
/// <param name="Rounds">How often each side is measured, in turns; the median counts.</param>
/// <param name="WarmUp">How long each side runs before it is measured.</param>
/// <param name="Round">How long one measurement takes.</param>
/// <param name="Starts">How often the built program is started.</param>
/// <param name="Subscribers">How many listen at the same time.</param>
/// <param name="Idle">How long they hear nothing.</param>
/// <param name="Only">Which of <see cref="Parts"/>; null for all.</param>
/// <param name="Messages">How many messages are searched.</param>
/// <param name="Connections">Connections that are kept open, each with one request on its way at a time.</param>
internal sealed record BenchmarkOptions(
    int Rounds, TimeSpan WarmUp, TimeSpan Round, int Starts, int Subscribers, TimeSpan Idle, string? Only, int Messages, int Connections = 64)
{
    /// <summary>What can be measured by itself, in the order in which all is measured.</summary>
    public static readonly string[] Parts = ["shop", "http", "engine", "abuse", "start", "live", "pages", "queue", "ledger", "projects", "payments", "search"];

    private static readonly BenchmarkOptions Full = new(7, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(2), 5, 10_000, TimeSpan.FromSeconds(15), null, 1_000_000);

    private static readonly BenchmarkOptions Quick = new(1, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.5), 1, 1_000, TimeSpan.FromSeconds(1), null, 20_000);

    public static string Usage =>
        $"Options: --quick (a smoke run of seconds), --only {string.Join('|', Parts)}, --messages <how many are searched>, --connections <how many send requests>. Without options everything is measured.";

    public bool Measures(string part) => Only is null || Only == part;

    /// <returns>Null when an option is not known.</returns>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args)
    {
        var options = args.Contains("--quick") ? Quick : Full;
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] == "--only" && index + 1 < args.Count && Parts.Contains(args[index + 1]))
            {
                options = options with { Only = args[++index] };
            }
            else if (args[index] == "--messages" && index + 1 < args.Count && int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var messages))
            {
                options = options with { Messages = Math.Max(1_000, messages) };
                index++;
            }
            else if (args[index] == "--connections" && index + 1 < args.Count && int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var connections))
            {
                options = options with { Connections = Math.Clamp(connections, 1, 1_000) };
                index++;
            }
            else if (args[index] != "--quick")
            {
                return null;
            }
        }

        return options;
    }
}
