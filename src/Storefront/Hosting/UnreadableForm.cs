using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Store;

namespace Storefront.Hosting;

/// <summary>
/// A form with files is kept on disk while it is read. Where the disk is full the check against forgery cannot read it and takes it for
/// forged: this says what was really wrong.
/// </summary>
internal sealed class UnreadableForm : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.Request.HasFormContentType)
        {
            // Read once only: asked again, it fails as it failed before.
            Task reading = context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (StoreFailures.IsDiskFull(reading.Exception))
            {
                await reading;
            }
        }

        await next();
    }
}
