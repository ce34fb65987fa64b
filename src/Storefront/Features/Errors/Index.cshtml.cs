using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Errors;

/// <summary>What a reader sees instead of a page that is missing, forbidden or failed: what it means and where to go on.</summary>
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    private static readonly HashSet<int> Worded = [400, 403, 404, 429, 500, 503];

    public int Code { get; private set; }

    /// <summary>Which of the texts fits: the status itself, or the nearest that is worded.</summary>
    public int Kind => Worded.Contains(Code) ? Code : Code >= 500 ? 500 : 400;

    /// <summary>What the log carries too, where somebody has to look into it.</summary>
    public string? Reference => Code == 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        Code = code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        if (HttpContext.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            HttpContext.Response.StatusCode = Code;
        }
    }
}
