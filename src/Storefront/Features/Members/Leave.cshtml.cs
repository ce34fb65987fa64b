using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>Where the form by which somebody leaves is sent: it names its account, so a second click is taken from the person's next account, and from none.</summary>
[WithoutAccount, OfNoAccount]
public sealed class LeaveModel(LeaveAccount leave, CurrentViewer current, RefusalTexts refusals, IStringLocalizer<MembersTexts> texts) : PageModel
{
    private const string Members = "/account/members";

    public IActionResult OnGet() => LocalRedirect(Members);

    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancellationToken)
    {
        var (viewer, named) = (current.Viewer!, new AccountId(account));
        var left = await leave.HandleAsync(named, viewer, cancellationToken);
        if (left.Refusal is LastOwner last)
        {
            this.Tell(refusals.Describe(last), Tone.Danger);
            return LocalRedirect(Members);
        }

        // Not found is a second click: the person has left.
        if (viewer.AccountId is null || viewer.AccountId == named)
        {
            SessionViewer.Forget(HttpContext);
        }

        this.Tell(texts["Told.Left"]);
        return LocalRedirect("/account/choose");
    }
}
