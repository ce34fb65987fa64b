namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>Why the server closes a socket (RFC 6455, section 7.4.1, and the graphql-transport-ws protocol).</summary>
internal enum CloseCode
{
    /// <summary>The client has closed it.</summary>
    Normal = 1000,

    /// <summary>The server is going away.</summary>
    GoingAway = 1001,

    /// <summary>A message larger than the server reads.</summary>
    MessageTooBig = 1009,

    /// <summary>A message that is not of the protocol.</summary>
    BadRequest = 4400,

    /// <summary>An operation before the connection was acknowledged.</summary>
    Unauthorized = 4401,

    /// <summary>The connection was refused, or its token is no longer valid.</summary>
    Forbidden = 4403,

    /// <summary>No subprotocol in common.</summary>
    SubprotocolNotAcceptable = 4406,

    /// <summary><c>connection_init</c> did not come in time.</summary>
    ConnectionInitialisationTimeout = 4408,

    /// <summary>Two operations under one id.</summary>
    SubscriberAlreadyExists = 4409,

    /// <summary>A second <c>connection_init</c>, or too many operations at once.</summary>
    TooManyRequests = 4429,

    /// <summary>A fault of the server.</summary>
    InternalServerError = 4500,
}
