using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Templates;

/// <summary>The answers that staff give often: the handbook's to read, their own to write.</summary>
public sealed class IndexModel(
    AnswerTemplates templates, KeepTemplate keep, TicketReader tickets, CurrentViewer current, Handbook handbook, DeskWords words, IStringLocalizer<TemplatesTexts> texts)
    : PageModel
{
    [BindProperty]
    public TemplateForm Input { get; set; } = new();

    /// <summary>Which one is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")]
    public Guid? Edited { get; set; }

    public Handbook Handbook => handbook;

    public IReadOnlyList<AnswerTemplateRow> Own { get; private set; } = [];

    private Viewer Staff => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Edited is null)
        {
            Input.Language = handbook.DefaultLanguage;
            return Page();
        }

        if (Own.FirstOrDefault(row => row.Id.Value == Edited) is not { } row)
        {
            return NotFound();
        }

        Input = new TemplateForm { Name = row.Name, Language = row.Language, Body = row.Body };
        return Page();
    }

    /// <summary>A template's text for a ticket, for scripts to insert.</summary>
    public async Task<IActionResult> OnGetTextAsync(string? id, int number, CancellationToken cancellationToken) =>
        await tickets.FindForStaffAsync(number, cancellationToken) is { } key && await templates.WriteAsync(id, key, Staff, cancellationToken) is { } text
            ? Content(text, "text/plain; charset=utf-8")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        AnswerTemplateId? id = Edited is { } edited ? new AnswerTemplateId(edited) : null;
        var kept = await keep.HandleAsync(id, new TemplateInput(Input.Name, Input.Language, Input.Body), Staff, cancellationToken);
        switch (kept.Refusal)
        {
            case null:
                this.Tell(texts["Kept"]);
                return Redirect("/desk/templates");
            case NotFound { What: "template" }:
                return NotFound();
            case var refusal:
                ModelState.AddModelError(refusal is TemplateNameNotValid ? "Input.Name" : refusal is NotFound ? "Input.Language" : "Input.Body", words.Describe(refusal));
                await LoadAsync(cancellationToken);
                return Page();
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await keep.RemoveAsync(new AnswerTemplateId(id), Staff, cancellationToken);
        this.Tell(texts["Removed"]);
        return Redirect("/desk/templates");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Own = await templates.ListOwnAsync(cancellationToken);

    /// <summary>The form as it was filled in.</summary>
    public sealed class TemplateForm
    {
        [Display(Name = "Name")]
        public string? Name { get; set; }

        [Display(Name = "Language")]
        public string? Language { get; set; }

        [Display(Name = "Body")]
        public string? Body { get; set; }
    }
}
