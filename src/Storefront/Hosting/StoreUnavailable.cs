using Storefront.Store;

namespace Storefront.Hosting;

/// <summary>A full disk or a locked database is told as "later": 503 with Retry-After. The transaction was rolled back, so nothing is half done.</summary>
internal sealed class StoreUnavailable(RequestDelegate next, ILogger<StoreUnavailable> logger)
{
    private const string RetryAfterSeconds = "5";

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
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }
}
