namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>How a response is sent: chosen by the <c>Accept</c> header (GraphQL over HTTP, "Media Types").</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>: a well-formed request is answered with 200 whatever its errors.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says how far the request came.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}
