namespace Storefront.Hosting;

/// <summary>The options of the program. An option that is not known refuses the start: a mistyped one would be ignored in silence.</summary>
public sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings)
{
    private static readonly (string Name, string Setting, string Meaning)[] Options =
    [
        ("--urls", "urls", "addresses to listen on, for example http://localhost:5000"),
        ("--house", "House", "the handbook to run, for example flunt"),
        ("--data", "Data", "directory of the database and its files (default: data/<house>)"),
        ("--environment", "environment", "Development or Production (default: Production)"),
    ];

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    /// <exception cref="StartRefusedException">An option is unknown, is given twice or has no value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (args[i][..at], args[i][(at + 1)..])
                : (args[i], null);
            var option = Options.FirstOrDefault(option => option.Name == name);
            if (option.Name is null)
            {
                problems.Add($"Unknown option: {args[i]}");
                continue;
            }

            if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                value = args[++i];
            }

            if (string.IsNullOrWhiteSpace(value))
            {
                problems.Add($"{name} needs a value.");
            }
            else if (!settings.TryAdd(option.Setting, value))
            {
                problems.Add($"{name} is given twice.");
            }
        }

        return problems.Count == 0
            ? new CommandLine(settings)
            : throw new StartRefusedException(
                "Storefront cannot start with these options:",
                [.. problems, "Known options: " + string.Join("; ", Options.Select(option => $"{option.Name} ({option.Meaning})"))]);
    }

    /// <summary>The content root is where the program is, so that it runs from any directory.</summary>
    public WebApplicationOptions ToApplicationOptions() => new()
    {
        ApplicationName = typeof(CommandLine).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
        EnvironmentName = Settings.GetValueOrDefault("environment"),
    };
}
