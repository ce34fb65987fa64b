using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Explorer;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.AspNetCore.WebSockets;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>Maps the GraphQL endpoint (GraphQL over HTTP).</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves GraphQL at a path: HTTP by GET and POST, Server-Sent Events by both, and WebSocket on upgrade, for which the host needs no middleware
    /// of its own. A browser that opens the path gets the explorer. Builds the schema, so that a wrong one stops the start.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var runner = ActivatorUtilities.CreateInstance<OperationRunner>(endpoints.ServiceProvider);
        var streams = endpoints.ServiceProvider.GetRequiredService<EventStreams>();
        var http = ActivatorUtilities.CreateInstance<GraphQLHttpHandler>(endpoints.ServiceProvider, runner, streams);
        var socket = ActivatorUtilities.CreateInstance<GraphQLSocketHandler>(endpoints.ServiceProvider, runner);
        var explorer = ActivatorUtilities.CreateInstance<ExplorerHandler>(endpoints.ServiceProvider);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context =>
            context.WebSockets.IsWebSocketRequest ? socket.HandleAsync(context)
            : explorer.IsWanted(context.Request) ? explorer.HandleAsync(context)
            : http.HandleAsync(context));

        // One group, so that what the host asks of the endpoint (a sign-in, a host name) holds for the explorer too.
        var group = endpoints.MapGroup(path);
        group.Map(string.Empty, pipeline.Build()).WithDisplayName("GraphQL");
        group.Map(ExplorerHandler.Route, explorer.HandleBelowAsync).WithDisplayName("GraphQL explorer");
        return group;
    }
}
