namespace Storefront.GraphQL;

/// <summary>The codes that the server itself puts in <c>extensions.code</c> (section 7.1.6). They never change.</summary>
public static class ErrorCodes
{
    /// <summary>The document cannot be parsed.</summary>
    public const string SyntaxError = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document is not valid for the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>Variables, arguments or the operation's name do not fit.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The transport does not allow this kind of operation.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>Nobody is signed in and the field asks for somebody.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>Who is signed in may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>A resolver refused, and its message says why.</summary>
    public const string Refused = "REFUSED";

    /// <summary>There is no such thing, or none that the viewer may know of.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The request is larger than a limit allows; <c>extensions.limit</c> and <c>extensions.maximum</c> say which.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The operation would cost more than one operation may.</summary>
    public const string CostExceeded = "COST_EXCEEDED";

    /// <summary>The client has spent what it may for now; <c>extensions.retryAfter</c> says in how many seconds to ask again.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The request ran longer than it may.</summary>
    public const string TimeLimitExceeded = "TIME_LIMIT_EXCEEDED";

    /// <summary>No document is kept for the hash: send it again with the document (Apollo's automatic persisted queries).</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents are not kept by hash here.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash given is not that of the document given.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>No trusted document has the id.</summary>
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>Only trusted documents are executed for this client.</summary>
    public const string PersistedDocumentRequired = "PERSISTED_DOCUMENT_REQUIRED";

    /// <summary>The request could be another site's doing: it lacks what only a page of this site, or none, can send.</summary>
    public const string CrossSiteRequest = "CROSS_SITE_REQUEST";

    /// <summary>A stream's events came faster than they were read; the stream has ended.</summary>
    public const string SlowReader = "SLOW_READER";

    /// <summary>What the server needs is not there just now; <c>extensions.retryAfter</c> says after how many seconds to ask again.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>A fault of the server; <c>extensions.errorId</c> finds it in the log.</summary>
    public const string Internal = "INTERNAL";
}
