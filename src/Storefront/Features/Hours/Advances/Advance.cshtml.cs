using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Hours;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Advances;

/// <summary>Hours of next month, brought forward: asked for, shown with what they cost later, then taken exactly so (FLU-08).</summary>
public sealed class AdvanceModel(
    AdvanceHours advance,
    HourReader reader,
    SubscriptionReader subscriptions,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<HoursTexts> texts) : PageModel
{
    private const int MinutesAnHour = 60;

    /// <summary>What was typed, in hours.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Hours { get; set; }

    public SubscriptionOverview? Subscription { get; private set; }

    public HourBalance Balance { get; private set; } = null!;

    /// <summary>What the advance would do; null before one was asked for, and when it cannot be.</summary>
    public SealedAdvance? Offer { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Sent back with the confirmation, so that sending it twice advances once.</summary>
    public string Key { get; private set; } = FormKey.New();

    /// <summary>The most that could be brought forward in all.</summary>
    public int LimitMinutes => Subscription is null ? 0
        : HourLedger.AdvanceLimit(Subscription.Policies.Hours, Subscription.State.NextGrantMinutes(Subscription.Policies));

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        await PreviewAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? token, string? key, int minutes, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var advanced = await advance.HandleAsync(minutes, token ?? "", key ?? "", Viewer, cancellationToken);
        if (advanced.Refusal is not { } refusal)
        {
            this.Tell(texts["Advance.Done"], Tone.Success);
            return RedirectToPage("/Hours/Index");
        }

        Hours ??= ((decimal)minutes / MinutesAnHour).ToString(CultureInfo.InvariantCulture);
        await PreviewAsync(cancellationToken);
        Problem = refusals.Describe(refusal);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        Subscription = await subscriptions.ReadAsync(account, cancellationToken);
        if (Subscription is not { Policies.Hours.AdvancePercent: > 0 } || !Viewer.IsAtLeast(MemberRole.Owner))
        {
            return RedirectToPage("/Hours/Index");
        }

        Balance = await reader.ReadAsync(account, asOf: null, cancellationToken);
        return null;
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Hours))
        {
            return;
        }

        var isNumber = decimal.TryParse(Hours.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours is > 0 and <= AdvanceHours.MostMinutes / MinutesAnHour;
        var offered = isNumber
            ? await advance.PreviewAsync((int)Math.Ceiling(hours * MinutesAnHour), Viewer, cancellationToken)
            : new MinutesNotValid(1, Math.Max(1, LimitMinutes));
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
