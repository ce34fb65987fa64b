using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.WebSockets;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>Maps the GraphQL endpoint.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Serves GraphQL at a path: HTTP by GET and POST, Server-Sent Events by both, and WebSocket on upgrade.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var http = ActivatorUtilities.CreateInstance<GraphQLHttpHandler>(endpoints.ServiceProvider);
        var socket = ActivatorUtilities.CreateInstance<GraphQLSocketHandler>(endpoints.ServiceProvider);
        return endpoints.Map(path, context => context.WebSockets.IsWebSocketRequest ? socket.HandleAsync(context) : http.HandleAsync(context))
            .WithDisplayName("GraphQL");
    }
}
