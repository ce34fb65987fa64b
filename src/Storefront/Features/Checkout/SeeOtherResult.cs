using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Checkout;

internal static class SeeOtherResult
{
    /// <summary>Answers a form by sending the browser on, by GET: 303.</summary>
    /// <param name="page">The page that took the form.</param>
    /// <param name="address">Ours, or a payment page.</param>
    public static IActionResult SeeOther(this PageModel page, string address)
    {
        page.Response.Headers.Location = address;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
