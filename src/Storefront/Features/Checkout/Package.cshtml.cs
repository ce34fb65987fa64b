using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Checkout;

/// <summary>A package about to be ordered: what it is, what is chosen with it, how and when it is paid. It can be read by anybody; ordering needs an account.</summary>
public sealed class PackageModel(
    Handbook handbook, CurrentViewer current, StartCheckout start, PaymentGateways gateways, RefusalTexts refusals) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "package")]
    public string PackageKey { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "currency")]
    public string? CurrencyCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "design")]
    public string? DesignKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "platform")]
    public string? PlatformKey { get; set; }

    [BindProperty(Name = "method")]
    public string? Method { get; set; }

    /// <summary>Written once into the form, so that sending it twice orders once.</summary>
    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    public Handbook Handbook => handbook;

    /// <summary>Null when the address names nothing that is sold.</summary>
    public Domain.Projects.Package? Package { get; private set; }

    public PlanPrice? Price { get; private set; }

    public IReadOnlyList<PaymentMethod> Methods { get; private set; } = [];

    public Viewer? Viewer => current.Viewer;

    public bool MayBuy => Viewer is { AccountId: not null } viewer && viewer.IsAtLeast(MemberRole.Owner);

    /// <summary>What is paid with the order, tax included.</summary>
    public Money DueNow => Package!.Parts.Length == 0
        ? Price!.Total
        : Money.Sum(Package.SplitOf(Price!.Total).Where(part => part.Part.Due == Domain.Projects.PartDue.Order).Select(part => part.Amount), Price.Total.Currency);

    /// <summary>This page with its choice, to come back to.</summary>
    public string Here => Address(CurrencyCode);

    /// <summary>This page in another currency, the other choices kept.</summary>
    public string Address(string? currency) => QueryHelpers.AddQueryString(
        $"/checkout/{Uri.EscapeDataString(PackageKey)}",
        new Dictionary<string, string?> { ["currency"] = currency, ["design"] = DesignKey, ["platform"] = PlatformKey });

    public IActionResult OnGet()
    {
        Key = FormKey.New();
        return Show(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Viewer is not { } viewer)
        {
            return RedirectToPage("/Accounts/SignIn", new { returnTo = Here });
        }

        var started = await start.HandleAsync(
            new StartCheckoutInput(PlanKey: null, BillingInterval.Once, CurrencyCode, Method, Key)
            {
                PackageKey = PackageKey,
                DesignKey = DesignKey,
                PlatformKey = PlatformKey,
            },
            viewer,
            cancellationToken);
        if (started.TryGet(out var order, out var refusal))
        {
            return this.SeeOther(order.Url?.ToString() ?? $"/orders/{order.Reference}");
        }

        if (refusal is PaymentPageUnavailable kept)
        {
            this.Tell(refusals.Describe(kept), Tone.Warning);
            return this.SeeOther($"/orders/{kept.Reference}");
        }

        ModelState.AddModelError(
            refusal switch { PaymentMethodNotOffered => "method", DesignNotOffered => "design", PlatformNotOffered => "platform", _ => "" },
            refusals.Describe(refusal));
        return Show(StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Show(int status)
    {
        Response.StatusCode = status;
        Package = handbook.FindPackage(PackageKey);
        Price = Currency.TryParse(CurrencyCode?.ToUpperInvariant() ?? handbook.DefaultCurrency.Code, out var currency) ? Package?.PriceIn(currency) : null;
        if (Price is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        CurrencyCode = currency!.Code;
        Methods = [.. gateways.MethodsFor(OrderPurpose.Package, currency)];
        return Page();
    }
}
