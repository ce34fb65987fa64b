using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;

namespace Storefront.Features.Inbound;

/// <summary>What came in and became no part of a ticket by itself: staff say whose it is, or drop it.</summary>
public sealed class InboxModel(HeldMessages held, IStringLocalizer<InboundTexts> texts) : PageModel
{
    private const int LongestText = 2000;

    public IReadOnlyList<InboundMessage> Waiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostVouchAsync(Guid id, string? email, CancellationToken cancellationToken)
    {
        if (await held.VouchAsync(new InboundMessageId(id), email ?? "", cancellationToken))
        {
            this.Tell(texts["Inbox.Taken"]);
            return RedirectToPage();
        }

        ModelState.AddModelError("", texts["Inbox.Nobody"]);
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancellationToken)
    {
        await held.DropAsync(new InboundMessageId(id), cancellationToken);
        this.Tell(texts["Inbox.Dropped"]);
        return RedirectToPage();
    }

    public string TextOf(InboundMessage message)
    {
        var text = HeldMessages.TextOf(message);
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Waiting = await held.ListAsync(cancellationToken);
}
