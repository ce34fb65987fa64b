using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Credentials;

/// <summary>The customer's safe: what is in it, whom it is shared with, who looked; and what goes in and out.</summary>
public sealed class IndexModel(
    CredentialReader reader,
    StoreCredential store,
    ShareCredential share,
    DeleteCredential delete,
    TicketReader tickets,
    TicketFaults faults,
    CurrentViewer current,
    IStringLocalizer<CredentialsTexts> texts) : PageModel
{
    private const int MostReveals = 100;

    [BindProperty]
    public NewCredential Input { get; set; } = new();

    /// <summary>Number of the ticket that the reader comes from; null without one.</summary>
    [BindProperty(SupportsGet = true, Name = "ticket")]
    public int? Ticket { get; set; }

    public IReadOnlyList<CredentialView> Credentials { get; private set; } = [];

    public IReadOnlyList<CredentialRevealView> Reveals { get; private set; } = [];

    public bool CanWrite => !Viewer.WritableAccount().IsRefused;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Key = Guid.CreateVersion7().ToString("N");
        return await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostStoreAsync(CancellationToken cancellationToken)
    {
        TicketId? ticket = null;
        if (Ticket is { } number)
        {
            ticket = await FindTicketAsync(number, cancellationToken);
            if (ticket is null)
            {
                return NotFound();
            }
        }

        if (ModelState.IsValid)
        {
            var input = new StoreCredentialInput(Input.Name, Input.Address, Input.UserName, Input.Secret, ticket, Input.Key);
            var stored = await store.HandleAsync(input, Viewer, cancellationToken);
            if (stored.Refusal is not { } refusal)
            {
                return Back(texts["Told.Stored"]);
            }

            faults.Add(ModelState, refusal);
        }

        // What was typed is kept on this one page, a secret among it.
        Response.Headers.CacheControl = "no-store";
        return await LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostShareAsync(Guid id, CancellationToken cancellationToken) =>
        ShareAsync(id, isShared: true, "Told.Shared", cancellationToken);

    public Task<IActionResult> OnPostUnshareAsync(Guid id, CancellationToken cancellationToken) =>
        ShareAsync(id, isShared: false, "Told.Unshared", cancellationToken);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await delete.HandleAsync(new CredentialId(id), Viewer, cancellationToken)).IsRefused)
        {
            return NotFound();
        }

        this.Tell(texts["Told.Deleted"]);
        return RedirectToPage();
    }

    private async Task<IActionResult> ShareAsync(Guid id, bool isShared, string told, CancellationToken cancellationToken)
    {
        if (Ticket is not { } number || await FindTicketAsync(number, cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        var done = await share.HandleAsync(new CredentialId(id), ticket, isShared, Viewer, cancellationToken);
        switch (done.Refusal)
        {
            case null:
                return Back(texts[told]);
            case Domain.Shared.NotFound:
                return NotFound();
            case var refusal:
                faults.Add(ModelState, refusal);
                return await LoadAsync(cancellationToken);
        }
    }

    private RedirectResult Back(string told)
    {
        this.Tell(told);
        return Redirect(Ticket is { } number ? $"/tickets/{number}" : "/credentials");
    }

    private async Task<TicketId?> FindTicketAsync(int number, CancellationToken cancellationToken) =>
        Viewer.AccountId is { } account ? await tickets.FindIdAsync(account, number, cancellationToken) : null;

    private async Task<IActionResult> LoadAsync(CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account)
        {
            return NotFound();
        }

        Credentials = await reader.ListAsync(account, cancellationToken);
        Reveals = await reader.RevealsAsync(account, MostReveals, cancellationToken);
        return Page();
    }

    /// <summary>What is to be stored.</summary>
    public sealed class NewCredential
    {
        [Required, StringLength(StoreCredential.NameLength), OneLine]
        [Display(Name = "Store.Name")]
        public string? Name { get; set; }

        [StringLength(StoreCredential.LineLength), OneLine]
        [Display(Name = "Store.Address")]
        public string? Address { get; set; }

        [StringLength(StoreCredential.LineLength), OneLine]
        [Display(Name = "Store.UserName")]
        public string? UserName { get; set; }

        [Required, StringLength(StoreCredential.SecretLength)]
        [Display(Name = "Store.Secret")]
        public string? Secret { get; set; }

        /// <summary>Stored once, however often it is sent.</summary>
        public string? Key { get; set; }
    }
}
