using Microsoft.AspNetCore.Builder;
using Storefront.GraphQL.AspNetCore.Streams;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>Makes open streams cheap in a host with much around its endpoints.</summary>
public static class StreamApplicationBuilderExtensions
{
    /// <summary>
    /// Has event streams and WebSockets run outside of all middleware that is added after this: call it first. What the request was answered with,
    /// its scoped services among it, is let go of when the stream begins; an operation has services of its own, and an interceptor that needs something
    /// of the request later keeps it in the context's features, for its items are gone. Middleware that replaces the response's body must not stand after it.
    /// </summary>
    public static IApplicationBuilder UseGraphQLStreams(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<StreamRequests>();
    }
}
