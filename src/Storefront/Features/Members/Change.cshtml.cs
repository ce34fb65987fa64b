using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>An owner changes what a member may do and how much it may approve, or removes it.</summary>
public sealed class ChangeModel(
    MemberReader reader,
    ChangeMember change,
    RemoveMember remove,
    ReaderFormat format,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<MembersTexts> texts) : PageModel
{
    [BindProperty]
    public MemberForm Input { get; set; } = new();

    public MemberLine Line { get; private set; } = null!;

    public bool IsSelf => Line.Member.UserId == Viewer.UserId;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Input = new MemberForm { Role = Line.Member.Role, Limit = Line.Member.ApprovalLimitMinutes is { } minutes ? format.Minutes(minutes) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wish = new MemberChange(Input.Role, new LimitChange(MembersPage.LimitOf(Input)));
        return Answer(await change.HandleAsync(new MemberId(id), wish, Viewer, cancellationToken), "Told.Changed");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        // Before the member is looked for: a second click finds it gone, and that is what was wanted.
        ModelState.Clear();
        var removed = await remove.HandleAsync(new MemberId(id), Viewer, cancellationToken);
        if (removed.Refusal is { } refusal)
        {
            if (await LoadAsync(id, cancellationToken) is { } elsewhere)
            {
                return elsewhere;
            }

            ModelState.AddModelError("", refusals.Describe(refusal));
            return Page();
        }

        this.Tell(texts["Told.Removed"]);
        return RedirectToPage("/Members/Index");
    }

    private IActionResult Answer(Result<Member> result, string told)
    {
        if (result.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusals, refusal);
            return Page();
        }

        this.Tell(texts[told, Line.Name]);
        return RedirectToPage("/Members/Index");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindAsync(account, new MemberId(id), cancellationToken) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        return Viewer.IsAtLeast(MemberRole.Owner) ? null : RedirectToPage("/Members/Index");
    }
}
