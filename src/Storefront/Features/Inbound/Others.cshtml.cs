using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Inbound;

/// <summary>Where both sides write to a third party from a ticket, or put it in copy.</summary>
public sealed class OthersModel(
    TicketReader tickets,
    WriteToThirdParty write,
    ThirdParties parties,
    FormFiles files,
    CurrentViewer current,
    RefusalTexts refusals,
    TicketFaults faults,
    IStringLocalizer<InboundTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public OthersForm Input { get; set; } = new();

    /// <summary>Files that are kept already, for the form to name again.</summary>
    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    public string Back => IsStaff ? $"/desk/tickets/{Number}" : $"/tickets/{Number}";

    private Viewer Viewer => current.Viewer!;

    private bool IsStaff => Viewer is { IsStaff: true, AccountId: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        Kept = await files.KeepAsync(key.AccountId, Viewer.UserId, Input.Kept, Input.Files, ModelState, "Input.Files", cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Those that were sent with the form before, and belong to what was written then, are named again.
        IReadOnlyCollection<AttachmentId> attached = [.. Kept.Select(file => file.Id).Union(Input.Kept.Select(id => new AttachmentId(id)))];
        var input = new ThirdPartyInput(Input.Name, Input.Email, Input.Body, Input.Copy, Input.Key, attached);
        var written = await write.HandleAsync(key, input, Viewer, cancellationToken);
        if (written.Refusal is not { } refusal)
        {
            this.Tell(texts["Others.Sent"]);
            return Redirect(Back);
        }

        ModelState.Remove("Input.Key");
        Input.Key = FormKey.New();
        if (refusal is ThirdPartyNotValid)
        {
            ModelState.AddModelError("Input.Email", refusals.Describe(refusal));
        }
        else
        {
            faults.Add(ModelState, refusal);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } key
            || (await parties.RemoveAsync(key, new TicketPartyId(id), Viewer, cancellationToken)).Refusal is { } and not ReadOnlyMember)
        {
            return NotFound();
        }

        this.Tell(texts["Others.Removed"]);
        return Redirect(Back);
    }

    private async Task<TicketKey?> FindAsync(CancellationToken cancellationToken) => IsStaff
        ? await tickets.FindForStaffAsync(Number, cancellationToken)
        : Viewer.AccountId is { } account && await tickets.FindIdAsync(account, Number, cancellationToken) is { } id
            ? new TicketKey(account, id)
            : null;
}

/// <summary>The form as it was filled in.</summary>
public sealed class OthersForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Body { get; set; }

    public bool Copy { get; set; }

    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files that came with the form before.</summary>
    public List<Guid> Kept { get; set; } = [];

    public string Key { get; set; } = FormKey.New();
}
