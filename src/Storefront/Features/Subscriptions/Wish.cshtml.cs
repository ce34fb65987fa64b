using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Hours;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>A pause, its end, or the end of the plan: shown with all that it does, then confirmed exactly so.</summary>
public sealed class WishModel(
    SubscriptionReader reader,
    PreviewWish preview,
    HourReader hours,
    IClock clock,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<SubscriptionsTexts> texts) : PageModel
{
    public SubscriptionOverview Subscription { get; private set; } = null!;

    public HourBalance Balance { get; private set; } = null!;

    /// <summary>Makes a form that is sent twice one wish.</summary>
    public string NewKey => PlanChangeId.New(clock.GetCurrentInstant()).Value.ToString("N");

    /// <summary>What it would do; null when it cannot be.</summary>
    public SealedWish? Offer { get; private set; }

    /// <summary>Why it cannot be, or was not done; null when neither.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether a confirmation came for what is no longer so: the fresh preview is shown.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>What is wanted: <c>Pause</c>, <c>Resume</c> or <c>Cancel</c>; the page's texts begin with it.</summary>
    public string Name => Wish switch
    {
        WishKind.Pause => "Pause",
        WishKind.Resume => "Resume",
        WishKind.Cancel => "Cancel",
        _ => throw new InvalidOperationException($"No page offers the wish {Wish}."),
    };

    public bool CouldPause => Wish == WishKind.Cancel
        && Subscription is { Policies.Changes.Pauses: true, State: { IsRunning: true, PauseRequested: false, CancelRequested: false } };

    private Viewer Viewer => current.Viewer!;

    private WishKind Wish => RouteData.Values["wish"] switch
    {
        "pause" => WishKind.Pause,
        "resume" => WishKind.Resume,
        _ => WishKind.Cancel,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        await PreviewAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? token, string? key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var confirmed = await preview.ConfirmAsync(token ?? "", key ?? "", Viewer, cancellationToken);
        if (confirmed.TryGet(out var outcome, out var refusal))
        {
            this.Tell(texts[outcome.IsInForce ? $"Done.{Name}" : "Done.Later"], Tone.Info);
            return RedirectToPage("/Subscriptions/Index");
        }

        await PreviewAsync(cancellationToken);
        (IsOutdated, Problem) = (refusal is PreviewOutdated && Offer is not null, refusals.Describe(refusal));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
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
        Balance = await hours.ReadAsync(account, asOf: null, cancellationToken);
        return null;
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        var offered = await preview.HandleAsync(Wish, Viewer, cancellationToken);
        if (offered.TryGet(out var offer, out var refusal))
        {
            Offer = offer;
        }
        else
        {
            Problem = refusals.Describe(refusal);
        }
    }
}
