using System.Globalization;
using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Hosting;

/// <summary>
/// A full disk, a locked database or one that is gone is told as "later": 503 with Retry-After. The transaction was rolled back, so nothing
/// is half done.
/// </summary>
internal sealed class StoreUnavailable(RequestDelegate next, ILogger<StoreUnavailable> logger)
{
    /// <summary>After how long it is worth to ask again.</summary>
    public const int RetryAfterSeconds = 5;

    /// <summary>For programs; pages have their own words.</summary>
    public const string Message = "The server cannot work just now and has changed nothing; ask again later.";

    private const string GraphQLResponse = "application/graphql-response+json";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception) && !context.Response.HasStarted)
        {
            logger.LogError(exception, "The database is unavailable");
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            ForgetVisitor(context);
            await TellProgramAsync(context);
        }
    }

    /// <summary>The page that says so is made for anybody: who asks is in the database too.</summary>
    private static void ForgetVisitor(HttpContext context)
    {
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        var kept = context.Request.Cookies.Where(cookie => cookie.Key != ViewersFeature.SessionCookie)
            .Select(cookie => new CookieHeaderValue(cookie.Key, Uri.EscapeDataString(cookie.Value)).ToString());
        context.Request.Headers.Cookie = string.Join("; ", kept);
    }

    private static Task TellProgramAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase))
        {
            var accepts = context.Request.Headers.Accept.ToString();
            var answer = new { errors = new[] { new { message = Message, extensions = new { code = ErrorCodes.Unavailable, retryAfter = RetryAfterSeconds } } } };
            return context.Response.WriteAsJsonAsync(
                answer, options: null, accepts.Contains(GraphQLResponse, StringComparison.OrdinalIgnoreCase) ? GraphQLResponse : null, context.RequestAborted);
        }

        return path.StartsWithSegments("/attachments", StringComparison.OrdinalIgnoreCase)
            ? context.Response.WriteAsJsonAsync(new { code = ErrorCodes.Unavailable, message = Message }, context.RequestAborted)
            : Task.CompletedTask;
    }
}
