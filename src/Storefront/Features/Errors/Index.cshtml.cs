using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Errors;

/// <summary>What a reader sees instead of a page that is missing, forbidden or failed: what it means and where to go on.</summary>
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    private const int RetryAfterSeconds = 30;

    private static readonly HashSet<int> Worded = [400, 403, 404, 429, 500, 503];

    public int Code { get; private set; }

    /// <summary>Which of the texts fits: the status itself, or the nearest that is worded.</summary>
    public int Kind => Worded.Contains(Code) ? Code : Code >= 500 ? 500 : 400;

    /// <summary>What the log carries too, where somebody has to look into it.</summary>
    public string? Reference => Code == 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public IActionResult OnGet(int? code) => Show(code);

    public IActionResult OnPost(int? code) => Show(code);

    private IActionResult Show(int? code)
    {
        // After a fault the status was chosen by its kind; after an empty answer, and when asked for directly, it is in the address.
        var isFault = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = isFault ? Response.StatusCode : code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        if (Code == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return ErrorPages.WantsPage(HttpContext)
            ? Page()
            : new ObjectResult(new ProblemDetails { Status = Code }) { StatusCode = Code };
    }
}
