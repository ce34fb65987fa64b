using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Benchmarks.Server;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;

namespace Storefront.Benchmarks.Shops;

/// <summary>The shop behind the GraphQL server, with nothing else around it, and the hand-written routes beside.</summary>
internal static class ShopServer
{
    /// <summary>The first argument that makes the process this server.</summary>
    public const string Verb = "serve-shop";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddGraphQLServer().AddShop();
        await using var app = builder.Build();
        app.MapGraphQL();
        app.MapShopRoutes();
        app.MapStateRoute();
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Console.WriteLine($"{BenchmarkServer.Ready} {address.Port}");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        return 0;
    }

    /// <summary>Adds the shop's types.</summary>
    public static IRequestExecutorBuilder AddShop(this IRequestExecutorBuilder builder) =>
        builder.AddQueryType(typeof(ShopQueries)).AddTypeExtension(typeof(ShopCustomerFields)).AddTypeExtension(typeof(ShopTicketFields));
}
