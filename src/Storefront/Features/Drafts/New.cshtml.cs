using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Help;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Drafts;

/// <summary>Where scripts send a new ticket's form while it is filled in, and where it is thrown away.</summary>
public sealed class NewModel(NewTicketDrafts drafts, CurrentViewer current, IStringLocalizer<HelpTexts> texts) : PageModel
{
    private const string Form = "/tickets/new";

    private Viewer Viewer => current.Viewer!;

    [BindProperty]
    public TicketForm Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(Form);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Viewer.WritableAccount().TryGet(out var account, out _) || Input.Key is { Length: > IdempotentAction.MaxKeyLength })
        {
            return NotFound();
        }

        return StatusCode(await drafts.KeepAsync(account, Viewer.UserId, Input, cancellationToken)
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status413PayloadTooLarge);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (!Viewer.WritableAccount().TryGet(out var account, out _) || Input.Key is { Length: > IdempotentAction.MaxKeyLength })
        {
            return NotFound();
        }

        await drafts.ForgetAsync(account, Viewer.UserId, Input.Key, cancellationToken);
        this.Tell(texts["Drafts.Discarded"]);
        return Redirect(Form);
    }
}
