using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>A page on which an owner is shown what something would do to the subscription, and confirms exactly that.</summary>
/// <typeparam name="TOffer">What is shown, with its token.</typeparam>
public abstract class OwnersPageModel<TOffer>(SubscriptionReader reader, CurrentViewer current, RefusalTexts refusals) : PageModel
    where TOffer : class
{
    public SubscriptionOverview Subscription { get; private set; } = null!;

    /// <summary>What it would do; null when it cannot be, and before anything was chosen.</summary>
    public TOffer? Offer { get; private set; }

    /// <summary>Why it cannot be, or was not done; null when neither.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether a confirmation came for what is no longer so: the fresh preview is shown.</summary>
    public bool IsOutdated { get; private set; }

    protected Viewer Viewer => current.Viewer!;

    /// <summary>Asks what it would do.</summary>
    protected abstract Task<Result<TOffer>> AskAsync(CancellationToken cancellationToken);

    /// <summary>Reads the subscription; gives where to go instead when there is none, or who looks may change nothing.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        if (!Viewer.IsAtLeast(MemberRole.Owner) || await reader.ReadAsync(account, cancellationToken) is not { } subscription)
        {
            return RedirectToPage("/Subscriptions/Index");
        }

        Subscription = subscription;
        return null;
    }

    /// <summary>Whether the subscription that the page was opened for is over by now.</summary>
    protected async Task<bool> HasEndedAsync(CancellationToken cancellationToken) =>
        await reader.FindAsync(Viewer.AccountId!.Value, Subscription.State.Id, cancellationToken) is { State.Status: PlanSubscriptionStatus.Canceled };

    protected async Task PreviewAsync(CancellationToken cancellationToken)
    {
        var offered = await AskAsync(cancellationToken);
        if (offered.TryGet(out var offer, out var refusal))
        {
            Offer = offer;
        }
        else
        {
            Problem = refusals.Describe(refusal);
        }
    }

    /// <summary>The page again, with what is so now and why what was confirmed was not done.</summary>
    protected async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        await PreviewAsync(cancellationToken);
        (IsOutdated, Problem) = (refusal is PreviewOutdated && Offer is not null, refusals.Describe(refusal));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
