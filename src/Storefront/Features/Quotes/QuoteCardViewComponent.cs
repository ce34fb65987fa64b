using Microsoft.AspNetCore.Mvc;
using Storefront.Domain.Shared;

namespace Storefront.Features.Quotes;

/// <summary>A ticket's quote, beside the ticket.</summary>
public sealed class QuoteCardViewComponent(QuoteReader reader) : ViewComponent
{
    /// <param name="account">Whose ticket it is.</param>
    /// <param name="number">The ticket's number.</param>
    /// <param name="staff">Whether staff look at it.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountId account, int number, bool staff) =>
        await reader.FindAsync(account, number, HttpContext.RequestAborted) is { } view
            ? View("/Features/Quotes/_Card.cshtml", (view, staff))
            : Content("");
}
