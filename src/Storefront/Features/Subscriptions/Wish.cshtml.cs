using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
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
    IStringLocalizer<SubscriptionsTexts> texts) : OwnersPageModel<SealedWish>(reader, current, refusals)
{
    public HourBalance Balance { get; private set; } = null!;

    /// <summary>Makes a form that is sent twice one wish.</summary>
    public string NewKey => PlanChangeId.New(clock.GetCurrentInstant()).Value.ToString("N");

    /// <summary>What is wanted; the page's texts begin with it.</summary>
    public string Name => Wish.ToString();

    public bool CouldPause => Wish == WishKind.Cancel
        && Subscription is { Policies.Changes.Pauses: true, State: { IsRunning: true, PauseRequested: false, CancelRequested: false } };

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
        Balance = await hours.ReadAsync(Viewer.AccountId!.Value, asOf: null, cancellationToken);
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
            var done = Wish == WishKind.Cancel && await HasEndedAsync(cancellationToken) ? "Done.CancelAtOnce" : $"Done.{Name}";
            this.Tell(texts[outcome.IsInForce ? done : "Done.Later"], Tone.Info);
            return RedirectToPage("/Subscriptions/Index");
        }

        Balance = await hours.ReadAsync(Viewer.AccountId!.Value, asOf: null, cancellationToken);
        return await RefuseAsync(refusal, cancellationToken);
    }

    protected override Task<Result<SealedWish>> AskAsync(CancellationToken cancellationToken) => preview.HandleAsync(Wish, Viewer, cancellationToken);
}
