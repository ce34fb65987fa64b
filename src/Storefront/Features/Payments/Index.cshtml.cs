using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments;

/// <summary>Payments, invoices, the card on file, and what is overdue.</summary>
public sealed class IndexModel(CurrentViewer current, BillingReader billing, OpenBillingPortal portal, IStringLocalizer<PaymentsTexts> texts) : PageModel
{
    public BillingView Billing { get; private set; } = new([], [], Card: null, Dunning: null, HasCustomer: false);

    public bool MayPay => Viewer.IsAtLeast(MemberRole.Owner);

    private Viewer Viewer => current.Viewer ?? throw new InvalidOperationException("The page is for who is signed in.");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is { } account)
        {
            Billing = await billing.ReadAsync(account, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostCardAsync(CancellationToken cancellationToken) =>
        (await portal.HandleAsync(Viewer, cancellationToken)).Match<IActionResult>(
            page => this.SeeOther(page.ToString()),
            refusal =>
            {
                if (refusal is NotFound)
                {
                    return new NotFoundResult();
                }

                this.Tell(texts[$"Refusal.{refusal.Code}"], Tone.Warning);
                return this.SeeOther("/billing");
            });
}
