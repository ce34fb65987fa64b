using System.Net;
using System.Text.RegularExpressions;

namespace Storefront.Hosting;

/// <summary>Everything the program was told from outside, read once at the start and checked as a whole.</summary>
public sealed partial record StorefrontSettings
{
    /// <summary>Key of the handbook, in lower case.</summary>
    public required string House { get; init; }

    /// <summary>Absolute path of the directory that holds the SQLite file and the locks.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>PostgreSQL's connection string; null means the SQLite file in <see cref="DataDirectory"/>.</summary>
    public string? PostgresConnectionString { get; init; }

    /// <summary>Our own address as others see it; null means the address that the server listens on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Null in the sandbox, where the local Stripe has its own.</summary>
    public string? StripeKey { get; init; }

    public string? StripeWebhookSecret { get; init; }

    /// <summary>Where Stripe's API answers; null means Stripe itself.</summary>
    public Uri? StripeAddress { get; init; }

    /// <summary>Null where mail goes to the sandbox's mailbox.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Null where no mail and no messages come in.</summary>
    public InboundSettings? Inbound { get; init; }

    /// <summary>Encrypts the ring of data-protection keys; at least 32 characters. Null in Development only.</summary>
    public string? DataProtectionSecret { get; init; }

    /// <summary>Networks whose word on the caller's address and scheme is taken, beside loopback.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>When what has served its purpose is removed.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>Development without a Stripe key: local Stripe, demo accounts, mailbox and a clock that can be moved.</summary>
    public required bool IsSandbox { get; init; }

    /// <summary>Whether the sandbox fills an empty database with demo accounts; the setting <c>Demo</c>, true by itself.</summary>
    public bool HasDemo { get; init; }

    /// <exception cref="StartRefusedException">A setting is malformed, or Production lacks one: all of them are named.</exception>
    public static StorefrontSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        string? Needed(string key, bool needed, string meaning)
        {
            var value = Text(key);
            if (value is null && needed)
            {
                problems.Add($"{key.Replace(":", "__", StringComparison.Ordinal)} is missing: {meaning}.");
            }

            return value;
        }

        Uri? Address(string key, bool needed, string meaning)
        {
            if (Needed(key, needed, meaning) is not { } text)
            {
                return null;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }

            problems.Add($"{key.Replace(":", "__", StringComparison.Ordinal)} is not an http or https address: {text}");
            return null;
        }

        var house = Text("House") ?? "flunt";
        if (!HouseKey().IsMatch(house))
        {
            problems.Add($"House is not the key of a handbook (small letters, digits, hyphens): {house}");
            house = "flunt";
        }

        var inProduction = !environment.IsDevelopment();
        var stripeKey = Needed("Stripe:Key", inProduction, "the secret key of the Stripe account");
        var database = Text("Database");
        var settings = new StorefrontSettings
        {
            House = house,
            DataDirectory = Path.GetFullPath(Text("Data") ?? Path.Combine("data", house)),
            PostgresConnectionString = "sqlite".Equals(database, StringComparison.OrdinalIgnoreCase) ? null : database,
            PublicUrl = Address("PublicUrl", inProduction, "the address under which customers reach this program"),
            StripeKey = stripeKey,
            StripeWebhookSecret = Needed("Stripe:WebhookSecret", stripeKey is not null || inProduction, "the signing secret of the webhook endpoint"),
            StripeAddress = Address("Stripe:Address", needed: false, "Stripe's API"),
            DataProtectionSecret = Needed("DataProtection:Secret", inProduction, "at least 32 random characters that encrypt the sign-in keys in the database"),
            Smtp = SmtpSettings.Read(Text, inProduction, problems),
            Inbound = InboundSettings.Read(Text, house, !inProduction && stripeKey is null, problems),
            TrustedProxies = Networks(Text("TrustedProxies"), problems),
            Retention = RetentionSettings.Read(Text, problems),
            IsSandbox = !inProduction && stripeKey is null,
            HasDemo = !inProduction && stripeKey is null && !"false".Equals(Text("Demo"), StringComparison.OrdinalIgnoreCase),
        };
        if (settings.DataProtectionSecret is { Length: < 32 })
        {
            problems.Add("DataProtection__Secret is shorter than 32 characters.");
        }

        if (settings.PostgresConnectionString is { } connection && !connection.Contains('=', StringComparison.Ordinal))
        {
            problems.Add("Database is neither sqlite nor a PostgreSQL connection string (Host=…;Database=…;Username=…).");
        }

        return problems.Count == 0
            ? settings
            : throw new StartRefusedException($"Storefront cannot start in {environment.EnvironmentName} with these settings:", problems);
    }

    private static List<IPNetwork> Networks(string? text, List<string> problems)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
            {
                networks.Add(network);
            }
            else
            {
                problems.Add($"TrustedProxies names no network (such as 10.0.0.0/8): {part}");
            }
        }

        return networks;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex HouseKey();
}
