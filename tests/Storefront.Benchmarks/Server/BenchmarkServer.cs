using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Benchmarks.Live;
using Storefront.Benchmarks.Pages;
using Storefront.Hosting;

namespace Storefront.Benchmarks.Server;

/// <summary>The whole program as in production, with the hand-written routes beside its API.</summary>
internal static class BenchmarkServer
{
    /// <summary>The first argument that makes the process a server; the second is its data directory.</summary>
    public const string Verb = "serve";

    /// <summary>Begins the line that says where it listens.</summary>
    public const string Ready = "ready";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["PublicUrl"] = "http://localhost",
        ["Stripe:Key"] = "sk_test_benchmark",
        ["Stripe:WebhookSecret"] = "whsec_benchmark",
        ["Stripe:Address"] = "http://127.0.0.1:9",
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:From"] = "benchmark@storefront.example",

        // Both sides answer the same bytes, and the load comes from one client.
        ["GraphQL:Requests:Cost:ReportCost"] = "false",
        ["GraphQL:Budgets:Anonymous:MaximumAvailable"] = "1e15",
        ["GraphQL:Budgets:Anonymous:RestoreRate"] = "1e15",
        ["GraphQL:Budgets:Token:MaximumAvailable"] = "1e15",
        ["GraphQL:Budgets:Token:RestoreRate"] = "1e15",
        ["GraphQL:Server:MaxConnectionsPerClient"] = "1000000",
        ["GraphQL:Server:MaxConnectionsPerAddress"] = "1000000",
        ["DataProtection:Secret"] = "benchmark-benchmark-benchmark-benchmark",
    };

    public static async Task<int> RunAsync(string directory)
    {
        await using var app = StorefrontApp.Build(
            ["--environment", "Production", "--urls", "http://127.0.0.1:0", "--data", directory],
            builder =>
            {
                foreach (var (key, value) in Settings)
                {
                    builder.Configuration[key] = value;
                }

                builder.Logging.SetMinimumLevel(LogLevel.Error);

                // Nobody takes the seed's mails, and each that fails would be told at length.
                builder.Logging.AddFilter("Storefront.Store.DueWork", LogLevel.None);
            });
        app.MapPlansRoute();
        app.MapDashboardRoute();
        app.MapControlRoutes();
        app.MapLiveRoutes();
        app.MapLiveTicket();
        app.MapPageRoutes();
        await app.PrepareStorefrontAsync();
        await app.StartAsync();
        var token = await Seed.RunAsync(app.Services);
        Console.WriteLine($"{Ready} {app.Services.GetRequiredService<OwnAddress>().Bound.Port} {token}");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        return 0;
    }
}
