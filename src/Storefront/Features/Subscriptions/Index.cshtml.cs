using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Subscriptions;

/// <summary>The plan in force, what it is charged next, and everything that can be done with it.</summary>
public sealed class IndexModel(
    Handbook handbook,
    SubscriptionReader reader,
    ResumeSubscription resume,
    KeepSubscription keep,
    DropScheduledChange drop,
    EventLogReader log,
    CurrentViewer current,
    IClock clock,
    RefusalTexts refusals,
    IStringLocalizer<SubscriptionsTexts> texts) : PageModel
{
    public SubscriptionOverview? Subscription { get; private set; }

    /// <summary>When the last one ended; null unless there was one and is none.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Whether who reads may change anything.</summary>
    public bool IsOwner => current.Viewer?.IsAtLeast(MemberRole.Owner) == true;

    /// <summary>Of the last event that the page shows.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Makes a form that is sent twice one wish.</summary>
    public string NewKey => PlanChangeId.New(clock.GetCurrentInstant()).Value.ToString("N");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account || !handbook.SellsPlans)
        {
            return NotFound();
        }

        LastSequence = await log.LastSequenceAsync(account, EventStream.Customer, cancellationToken);
        Subscription = await reader.ReadAsync(account, cancellationToken);
        EndedAt = Subscription is null ? await reader.ReadEndAsync(account, cancellationToken) : null;
        return Page();
    }

    /// <summary>Takes the wish for a pause back.</summary>
    public Task<IActionResult> OnPostResumeAsync(string? key, CancellationToken cancellationToken) =>
        DoAsync(resume.HandleAsync, key, "Done.Resume", cancellationToken);

    public Task<IActionResult> OnPostKeepAsync(string? key, CancellationToken cancellationToken) =>
        DoAsync(keep.HandleAsync, key, "Done.Keep", cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(string? key, CancellationToken cancellationToken) =>
        DoAsync(drop.HandleAsync, key, "Done.Undo", cancellationToken);

    /// <summary>A plan's name in the reader's language.</summary>
    public string PlanName(string key) => handbook.Plans.Find(key)?.Name.In(CultureInfo.CurrentUICulture) ?? key;

    private async Task<IActionResult> DoAsync(
        Func<string, Viewer, CancellationToken, Task<Result<ChangeOutcome>>> action, string? key, string done, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: not null } viewer)
        {
            return NotFound();
        }

        var result = await action(key ?? "", viewer, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            this.Tell(refusals.Describe(refusal), Tone.Danger);
        }
        else
        {
            this.Tell(texts[result.Value.IsInForce ? done : "Done.Later"], result.Value.IsInForce ? Tone.Success : Tone.Info);
        }

        return RedirectToPage();
    }
}
