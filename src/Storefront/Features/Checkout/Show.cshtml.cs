using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Checkout;

/// <summary>One order: where it stands, and what can be done about it. Whoever comes back from the payment page comes here.</summary>
public sealed class ShowModel(
    CurrentViewer current, OrderReader orders, SubscriptionReader subscriptions, OpenPaymentPage open, CancelOrder cancel, CheckOrder check, PaymentGateways gateways, RefusalTexts refusals,
    Handbook handbook, IClock clock, IStringLocalizer<CheckoutTexts> texts) : PageModel
{
    private const string OtherDecline = "Decline.unknown";

    /// <summary>Real time that a reader waits for Stripe before the page is shown as it is known here.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public OrderView Order { get; private set; } = null!;

    /// <summary>Paid a moment ago, and not confirmed yet.</summary>
    public bool IsConfirming { get; private set; }

    /// <summary>Whether the page asks again by itself: something is known to come, or Stripe did not say in time what it knows.</summary>
    public bool IsWaiting { get; private set; }

    public bool MayPay => Viewer.IsAtLeast(MemberRole.Owner);

    /// <summary>Whether it is paid past us, by what its page says.</summary>
    public bool IsOffline => Order.Method is { Kind: PaymentMethodKind.Offline };

    /// <summary>Whether the reader may choose another way for what is to be paid past us now.</summary>
    public bool MayPayOtherwise => MayPay && IsOffline && Hindrance is null && Order.State.DueNow.IsPositive && Methods.Count > 1;

    /// <summary>Whether it could be withdrawn: nothing came for it, and it is for no work that was done.</summary>
    public bool MayWithdraw => Order is { IsOwed: false, State.Paid.IsZero: true };

    /// <summary>The dates of what is asked for, or of what follows if the plan is paid today; null where nothing is asked for by hand.</summary>
    public RenewalDatesView? Renewal => Order.Status != OrderStatus.AwaitingPayment ? null
        : Order.RenewalDueOn is { } due ? Plan is { } plan ? RenewalDatesView.Of(Order, due, plan) : null
        : Order is { Purpose: OrderPurpose.Plan, Method.Kind: PaymentMethodKind.Offline } ? RenewalDatesView.IfPaidOn(handbook, clock.GetCurrentInstant(), Order.Interval)
        : null;

    /// <summary>Why the difference of an upgrade cannot be paid just now: what is due of the plan, or was asked for it since; null where it can be.</summary>
    public string? Hindrance => Order is not { Purpose: OrderPurpose.Upgrade, Status: OrderStatus.AwaitingPayment } || Plan?.State is not { } plan ? null
        : PlanChange.EnsurePossible(plan).Refusal switch
        {
            null => null,
            SubscriptionNotReady when plan.CancelRequested => texts["Order.HinderedByEnd"].Value,
            SubscriptionNotReady when plan.PauseRequested => texts["Order.HinderedByPause"].Value,
            var refusal => refusals.Describe(refusal),
        };

    /// <summary>The ways in which it can be paid.</summary>
    public IReadOnlyList<PaymentMethod> Methods => [.. gateways.MethodsFor(Order.Purpose, Order.State)];

    /// <summary>The plan that the order renews or changes, as it stands; null for any other order.</summary>
    private SubscriptionOverview? Plan { get; set; }

    private Viewer Viewer => current.Viewer ?? throw new InvalidOperationException("The page is for who is signed in.");

    /// <summary>Why the card was declined, in plain words; null when none was.</summary>
    public string? Decline => Order.DeclineCode is not { } code ? null
        : texts[$"Decline.{code}"] is { ResourceNotFound: false } known ? known.Value
        : texts[OtherDecline].Value;

    public async Task<IActionResult> OnGetAsync(string reference, string? paid, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        // Stripe sends here only who has paid, if need be with another card than the one declined before.
        IsConfirming = paid is not null && Order is { Status: OrderStatus.AwaitingPayment, HasPage: true, HasProblem: false };
        IsWaiting = IsConfirming || !await AskAsync(reference, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostPayAsync(string reference, string? method, CancellationToken cancellationToken) =>
        (await open.HandleAsync(reference, method, Viewer, cancellationToken)).Match(
            order => this.SeeOther(order.Url?.ToString() ?? $"/orders/{order.Reference}"), refusal => Refuse(reference, refusal));

    public async Task<IActionResult> OnPostCancelAsync(string reference, CancellationToken cancellationToken) =>
        (await cancel.HandleAsync(reference, Viewer, cancellationToken)).Match(
            _ =>
            {
                this.Tell(texts["Order.Withdrawn"]);
                return this.SeeOther($"/orders/{Uri.EscapeDataString(reference)}");
            },
            refusal => Refuse(reference, refusal));

    public async Task<IActionResult> OnPostCheckAsync(string reference, CancellationToken cancellationToken)
    {
        var asked = await check.HandleAsync(reference, Viewer, cancellationToken);
        if (asked.Refusal is { } refusal)
        {
            return Refuse(reference, refusal);
        }

        if (await FindAsync(reference, cancellationToken) && Order.Status == OrderStatus.AwaitingPayment)
        {
            this.Tell(texts["Order.NotYet"], Tone.Info);
        }

        return this.SeeOther($"/orders/{Uri.EscapeDataString(reference)}?paid=yes");
    }

    private IActionResult Refuse(string reference, Refusal refusal)
    {
        if (refusal is Storefront.Domain.Shared.NotFound)
        {
            return NotFound();
        }

        this.Tell(refusals.Describe(refusal), Tone.Warning);
        return this.SeeOther($"/orders/{Uri.EscapeDataString(reference)}");
    }

    /// <summary>Somebody who comes back from the payment page without having paid is to read at once what happened there.</summary>
    /// <returns>Whether the order is shown as Stripe knows it.</returns>
    private async Task<bool> AskAsync(string reference, CancellationToken cancellationToken)
    {
        if (Order is not { Status: OrderStatus.AwaitingPayment, HasPage: true })
        {
            return true;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return !(await check.HandleAsync(reference, Viewer, patience.Token)).IsRefused && await FindAsync(reference, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await orders.FindAsync(account, reference, cancellationToken) is not { } order)
        {
            return false;
        }

        Order = order;
        Plan = order switch
        {
            { RenewalDueOn: not null, Status: OrderStatus.AwaitingPayment, SubscriptionId: { } plan } => await subscriptions.FindAsync(account, plan, cancellationToken),
            { Purpose: OrderPurpose.Upgrade, Status: OrderStatus.AwaitingPayment } => await subscriptions.ReadAsync(account, cancellationToken),
            _ => null,
        };
        return true;
    }
}
