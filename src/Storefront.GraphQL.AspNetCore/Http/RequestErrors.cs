using System.Globalization;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>Every error that reading a request makes, in one place.</summary>
internal static class RequestErrors
{
    public static GraphQLError Invalid(string message) => new() { Message = message, Code = ErrorCodes.BadUserInput };

    public static GraphQLError NoDocument() => Invalid("Must provide \"query\", \"documentId\" or \"extensions.persistedQuery\".");

    public static GraphQLError CutOff() => Invalid("The request's body did not arrive whole.");

    public static GraphQLError NoPreflight(string header) => new()
    {
        Message = $"A multipart request must have the header {header}, with any value: no other site's form can send it.",
        Code = ErrorCodes.CrossSiteRequest,
    };

    public static GraphQLError CrossSite() => new()
    {
        Message = "A request with a sign-in cookie must come from this site.",
        Code = ErrorCodes.CrossSiteRequest,
    };

    public static GraphQLError TooManyStreams(int retryAfter) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"Too many streams are open. End one, or ask again in {retryAfter} seconds."),
        Code = ErrorCodes.RateLimited,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["retryAfter"] = retryAfter },
    };

    public static GraphQLError TooLarge(string what, string limit, long maximum, string advice) => Limit(
        string.Create(CultureInfo.InvariantCulture, $"{what} larger than {maximum} bytes ({limit}). {advice}"), limit, maximum);

    public static GraphQLError RequestTooLarge(int maximum) =>
        TooLarge("The request is", nameof(GraphQLServerOptions.MaxRequestSize), maximum, "Send less in one request.");

    public static GraphQLError TooManyFiles(int maximum) => Limit(
        string.Create(CultureInfo.InvariantCulture, $"The request has more than {maximum} files ({nameof(Uploads.UploadOptions.MaxFiles)}). Send them in several requests."),
        nameof(Uploads.UploadOptions.MaxFiles),
        maximum);

    public static GraphQLError TooDeep(int maximum) => Limit(
        string.Create(CultureInfo.InvariantCulture, $"The request's JSON nests deeper than {maximum} levels ({nameof(GraphQLServerOptions.MaxJsonDepth)}). Nest less deeply."),
        nameof(GraphQLServerOptions.MaxJsonDepth),
        maximum);

    public static GraphQLError BatchNotEnabled() => Invalid("Batches are not supported. Send each request by itself.");

    public static GraphQLError BatchTooLarge(int maximum) => Limit(
        string.Create(CultureInfo.InvariantCulture, $"The batch has more than {maximum} requests ({nameof(GraphQLServerOptions.MaxBatchSize)}). Send it in parts."),
        nameof(GraphQLServerOptions.MaxBatchSize),
        maximum);

    private static GraphQLError Limit(string message, string limit, long maximum) => new()
    {
        Message = message,
        Code = ErrorCodes.LimitExceeded,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = limit, ["maximum"] = maximum },
    };
}
