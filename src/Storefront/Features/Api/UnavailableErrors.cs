using Storefront.Hosting;
using Storefront.Store;

namespace Storefront.Features.Api;

/// <summary>Tells programs that the database cannot work just now, which is no fault of the program's nor of theirs.</summary>
internal static class UnavailableErrors
{
    public static GraphQLError Tell(GraphQLError error)
    {
        if (error.Exception is not { } exception || !StoreFailures.IsUnavailable(exception))
        {
            return error;
        }

        var extensions = new Dictionary<string, object?>(error.Extensions ?? new Dictionary<string, object?>(), StringComparer.Ordinal)
        {
            ["retryAfter"] = StoreUnavailable.RetryAfterSeconds,
        };
        return new GraphQLError { Message = StoreUnavailable.Message, Code = ErrorCodes.Unavailable, Extensions = extensions, Exception = exception };
    }
}
