using Microsoft.AspNetCore.Diagnostics;

namespace Storefront.Features.Shared;

/// <summary>Where a form in the frame of a page leads back to.</summary>
public static class ReturnTo
{
    /// <summary>The local address that the reader asked for, also when an error page stands in its place; without its query after a post.</summary>
    public static string ThisPage(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original)
        {
            return $"{original.OriginalPathBase}{original.OriginalPath}{original.OriginalQueryString}";
        }

        var path = $"{request.PathBase}{request.Path}";
        return HttpMethods.IsGet(request.Method) ? path + request.QueryString : path;
    }
}
