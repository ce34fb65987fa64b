using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Storefront.Features.Help;

/// <summary>Pages that may answer what a form asks, below its subject. Scripts fetch them again as the subject is typed.</summary>
public sealed class HelpSuggestionsViewComponent(HelpSearch search) : ViewComponent
{
    public const int Most = 3;

    /// <param name="subject">As it was filled in.</param>
    /// <param name="body">As it was filled in.</param>
    public async Task<IViewComponentResult> InvokeAsync(string? subject, string? body) => View(
        "/Features/Help/_Suggestions.cshtml", await search.SuggestAsync(subject, body, CultureInfo.CurrentUICulture, Most, HttpContext.RequestAborted));
}
