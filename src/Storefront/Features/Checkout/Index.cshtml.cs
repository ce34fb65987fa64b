using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What is about to be bought, once more, and how it is paid. It can be read by anybody; buying needs an account.</summary>
public sealed class IndexModel(
    Handbook handbook,
    CurrentViewer current,
    OrderReader orders,
    PriceCheckout prices,
    StartCheckout start,
    PaymentGateways gateways,
    BusinessClock clock,
    IStringLocalizer<CheckoutTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public string? PlanKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "interval")]
    public string? IntervalName { get; set; }

    [BindProperty(SupportsGet = true, Name = "currency")]
    public string? CurrencyCode { get; set; }

    [BindProperty(Name = "method")]
    public string? Method { get; set; }

    /// <summary>Written once into the form, so that sending it twice orders once.</summary>
    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    public Handbook Handbook => handbook;

    /// <summary>Null when the address names nothing that is sold.</summary>
    public Plan? Plan { get; private set; }

    public PlanPrice? Price { get; private set; }

    public IReadOnlyList<PaymentMethod> Methods { get; private set; } = [];

    public Viewer? Viewer => current.Viewer;

    public bool MayBuy => Viewer is { AccountId: not null } viewer && viewer.IsAtLeast(MemberRole.Owner);

    /// <summary>The plan that the account has already; null when it may buy one.</summary>
    public Plan? Running { get; private set; }

    /// <summary>What it costs this account now; null where it cannot buy it.</summary>
    public PurchasePrice? Purchase { get; private set; }

    /// <summary>The plan that was earned and whose list price is taken off; null where nothing is.</summary>
    public Plan? Earned => Purchase?.InsteadOf is { } earned ? handbook.Plans.Find(earned.PlanKey) : null;

    /// <summary>An earned plan that serves as well, so that there is nothing to buy until it ends; null otherwise.</summary>
    public EarnedPlanServes? Serves { get; private set; }

    /// <summary>An order that still waits for its payment.</summary>
    public OrderView? OpenOrder { get; private set; }

    /// <summary>The first paid term, if it were paid today.</summary>
    public BillingAnchor Anchor => new(clock.GetCurrentInstant().InZone(handbook.Zone).Date);

    public LocalDate RenewsOn => Anchor.TermFrom(Anchor.Date, Price!.Interval).End;

    /// <summary>When the next term is asked for of who pays each by itself, if the first is paid today; null where all is charged (FLU-21).</summary>
    public RenewalDates? ByHand => Methods.Any(method => method.Kind == PaymentMethodKind.Offline)
        ? RenewalDatesView.IfPaidOn(handbook, clock.GetCurrentInstant(), Price!.Interval)?.Dates
        : null;

    /// <summary>This page with its choice, to come back to.</summary>
    public string Here => QueryHelpers.AddQueryString(
        "/checkout", new Dictionary<string, string?> { ["plan"] = PlanKey, ["interval"] = IntervalName, ["currency"] = CurrencyCode });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Key = Guid.CreateVersion7().ToString("N");
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Viewer is not { } viewer)
        {
            return RedirectToPage("/Accounts/SignIn", new { returnTo = Here });
        }

        var started = await start.HandleAsync(
            new StartCheckoutInput(PlanKey, ParseInterval() ?? BillingInterval.Once, CurrencyCode, Method, Key), viewer, cancellationToken);
        if (started.TryGet(out var order, out var refusal))
        {
            return this.SeeOther(order.Url?.ToString() ?? $"/orders/{order.Reference}");
        }

        if (refusal is PaymentPageUnavailable kept)
        {
            this.Tell(texts[$"Refusal.{kept.Code}"], Tone.Warning);
            return this.SeeOther($"/orders/{kept.Reference}");
        }

        ModelState.AddModelError(refusal is PaymentMethodNotOffered ? "method" : "", texts[$"Refusal.{refusal.Code}"]);
        return await ShowAsync(cancellationToken, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        var isKnown = Currency.TryParse(CurrencyCode?.ToUpperInvariant() ?? handbook.DefaultCurrency.Code, out var currency) && handbook.Currencies.Contains(currency);
        Plan = handbook.Plans.Find(PlanKey ?? "");
        Price = isKnown && ParseInterval() is { } interval && handbook.Billing.Intervals.Contains(interval) ? Plan?.PriceFor(interval, currency!) : null;
        if (Price is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        CurrencyCode = currency!.Code;
        Methods = [.. gateways.MethodsFor(OrderPurpose.Plan, currency)];
        if (Viewer?.AccountId is { } account)
        {
            Running = await orders.FindRunningPlanAsync(account, cancellationToken) is { } running ? handbook.Plans.Find(running) ?? Plan : null;
            var priced = await prices.HandleAsync(account, Plan!, Price, cancellationToken);
            Purchase = priced.IsRefused ? null : priced.Value;
            Serves = priced.Refusal as EarnedPlanServes;
            OpenOrder = await orders.FindOpenAsync(account, cancellationToken);
        }

        return Page();
    }

    private BillingInterval? ParseInterval() => IntervalName?.ToLowerInvariant() switch
    {
        null or "month" => BillingInterval.Month,
        "year" => BillingInterval.Year,
        _ => null,
    };
}
