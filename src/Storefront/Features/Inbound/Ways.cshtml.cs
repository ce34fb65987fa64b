using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Inbound;

/// <summary>The ways to write to the house besides the form, and the number from which the reader writes (ALF-03).</summary>
public sealed class WaysModel(
    MessagingLinks links, TicketAddresses addresses, CurrentViewer current, Handbook handbook, IStringLocalizer<InboundTexts> texts) : PageModel
{
    public Handbook House => handbook;

    public string Email => current.Viewer!.Email;

    public string? MailAddress => addresses.House;

    public bool TakesMail => MailAddress is not null && handbook.Channels.Any(channel => channel.By == ChannelWay.Email);

    public bool TakesMessages => MailAddress is not null && handbook.Channels.Any(channel => channel.By == ChannelWay.Messaging);

    /// <summary>What to do when no number came back (ALF-04).</summary>
    public string Reach => HouseReach.Of(handbook, texts);

    public string Numbers => HouseReach.Points(handbook, ContactKind.Messaging);

    public MessagingLink? Link { get; private set; }

    /// <summary>The code that was just made, shown once.</summary>
    public string? Code { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Link = await links.FindAsync(current.Viewer!.UserId, cancellationToken);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer!.WritableAccount().IsRefused || !TakesMessages)
        {
            return NotFound();
        }

        Code = await links.BeginAsync(current.Viewer!.UserId, cancellationToken);
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken)
    {
        await links.EndAsync(current.Viewer!.UserId, cancellationToken);
        return RedirectToPage();
    }
}
