using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Refunds;

/// <summary>One payment for staff: what came, what went back, and the form that gives it back.</summary>
public sealed class RefundModel(
    CurrentViewer current, RefundReader reader, RefundPayment refund, RefusalTexts refusals, ReaderFormat format, IStringLocalizer<RefundsTexts> texts) : PageModel
{
    [BindProperty]
    public RefundForm Input { get; set; } = new();

    public RefundView View { get; private set; } = null!;

    public bool IsByCard => View.Payment.StripePaymentIntentId is not null;

    public bool IsOfCredit => View.Payment.Method == CreditLedger.Method;

    public async Task<IActionResult> OnGetAsync(Guid account, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(account, id, cancellationToken))
        {
            return NotFound();
        }

        (Input.Key, Input.Amount) = (Guid.CreateVersion7().ToString("N"), View.Left.ToDecimalString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid account, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(account, id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var given = await refund.HandleAsync(
            new RefundPaymentInput(
                new PaymentKey(new AccountId(account), new PaymentId(id)),
                string.IsNullOrWhiteSpace(Input.Amount) ? "0" : AmountText.Read(Input.Amount, View.Payment.Amount.Currency),
                Input.Reference,
                Input.Reason,
                Input.Key),
            current.Viewer!,
            cancellationToken);
        if (given.Refusal is { } refusal and not (RefundUnavailable or RefundRefused))
        {
            ModelState.AddModelError(FieldOf(refusal), refusals.Describe(refusal));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        this.Tell(
            given.Refusal is { } failed ? refusals.Describe(failed) : texts["Told", format.Money(given.Value.Amount)].Value,
            given.IsRefused ? Tone.Warning : Tone.Success);
        return this.SeeOther($"/desk/payments/{account}/{id}");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        NoticeAmountNotValid or RefundBeyondPayment => "Input.Amount",
        RefundReferenceMissing or NoticeTextNotValid { Field: "reference" } => "Input.Reference",
        NoticeTextNotValid => "Input.Reason",
        _ => "",
    };

    private async Task<bool> FindAsync(Guid account, Guid id, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new PaymentKey(new AccountId(account), new PaymentId(id)), cancellationToken) is not { } found)
        {
            return false;
        }

        View = found;
        return true;
    }
}

/// <summary>What staff fill in to give money back.</summary>
public sealed class RefundForm
{
    public string? Key { get; set; }

    public string? Amount { get; set; }

    public string? Reference { get; set; }

    public string? Reason { get; set; }
}
