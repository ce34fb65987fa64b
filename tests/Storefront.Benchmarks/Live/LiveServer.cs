using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Benchmarks.Server;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;

namespace Storefront.Benchmarks.Live;

/// <summary>The GraphQL server alone: what a subscriber costs before a program adds anything.</summary>
internal static class LiveServer
{
    /// <summary>The first argument that makes the process this server.</summary>
    public const string Verb = "serve-live";

    private const string Publish = "/benchmark/publish";

    public static string PublishPath(int textLength) => string.Create(CultureInfo.InvariantCulture, $"{Publish}/{textLength}");

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddGraphQLServer().AddQueryType<News.Query>().AddSubscriptionType<News.Subscription>().AddInMemorySubscriptions();
        await using var app = builder.Build();
        app.MapGraphQL();
        app.MapLiveRoutes();
        var number = 0;
        app.MapGet($"{Publish}/{{length:int}}", async (int length, ITopicEventSender sender) =>
            await sender.SendAsync(News.Topic, new News.Item(Interlocked.Increment(ref number), new string('n', length))));
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Console.WriteLine($"{BenchmarkServer.Ready} {address.Port} none");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        return 0;
    }
}
