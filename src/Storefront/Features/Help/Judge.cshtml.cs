using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Help;

/// <summary>Where a customer's ticket sends whether the automatic answer was enough.</summary>
public sealed class JudgeModel(
    JudgeAutomaticAnswer judge, TicketReader tickets, CurrentViewer current, RefusalTexts refusals, IStringLocalizer<HelpTexts> texts) : PageModel
{
    public IActionResult OnGet(int number) => Back(number);

    public async Task<IActionResult> OnPostAsync(int number, bool solved, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: { } account } viewer || await tickets.FindIdAsync(account, number, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        switch ((await judge.HandleAsync(ticket, solved, viewer, cancellationToken)).Refusal)
        {
            case null:
                this.Tell(texts[solved ? "Judge.Closed" : "Judge.Told"]);
                break;
            case NotFound { }:
                return NotFound();
            case var refusal:
                this.Tell(refusals.Describe(refusal));
                break;
        }

        return Back(number);
    }

    private RedirectResult Back(int number) => Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/tickets/{number}"));
}
