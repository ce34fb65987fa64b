using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>Where a customer tells that it has paid an order past us (TEC-03).</summary>
public sealed class NotifyModel(
    CurrentViewer current,
    OrderReader orders,
    OfflinePaymentReader payments,
    FormFiles files,
    NotifyPayment notify,
    RefusalTexts refusals,
    Handbook handbook,
    BusinessClock clock,
    IStringLocalizer<NoticesTexts> texts) : PageModel
{
    [BindProperty]
    public NotifyForm Input { get; set; } = new();

    public OfflinePaymentView Payment { get; private set; } = null!;

    /// <summary>The proof that was kept already, for the form to name again.</summary>
    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    /// <summary>The house's day, as a date field writes it.</summary>
    public string Today => LocalDatePattern.Iso.Format(handbook.Calendar.DateOf(clock.GetCurrentInstant()));

    private Viewer Viewer => current.Viewer ?? throw new InvalidOperationException("The page is for who is signed in.");

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        if (!Payment.Due.IsPositive)
        {
            return this.SeeOther($"/orders/{Uri.EscapeDataString(reference)}");
        }

        (Input.Key, Input.Amount, Input.PaidOn) = (Guid.CreateVersion7().ToString("N"), Payment.Due.ToDecimalString(), Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || !await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Kept = await files.KeepAsync(
            account, Viewer.UserId, Input.Kept, Input.Proof is null ? [] : [Input.Proof], ModelState, "Input.Proof", cancellationToken);
        var paidOn = LocalDatePattern.Iso.Parse(Input.PaidOn ?? "");
        if (!paidOn.Success)
        {
            ModelState.AddModelError("Input.PaidOn", texts["Notify.NoDate"]);
        }

        if (!ModelState.IsValid)
        {
            return Shown();
        }

        var told = await notify.HandleAsync(
            new NotifyPaymentInput(
                reference, AmountText.Read(Input.Amount, Payment.Order.Total.Currency), Currency: null, paidOn.Value, Input.BankReference, Input.Note, Kept.Count > 0 ? Kept[^1].Id : null, Input.Key),
            Viewer,
            cancellationToken);
        if (told.Refusal is not { } refusal)
        {
            this.Tell(texts["Notify.Thanks", told.Value.Number]);
            return this.SeeOther($"/orders/{Uri.EscapeDataString(reference)}");
        }

        ModelState.AddModelError(FieldOf(refusal), refusals.Describe(refusal));
        return Shown();
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        NoticeAmountNotValid or NoticeCurrencyDiffers => "Input.Amount",
        PaidInTheFuture or PaidBeforeOrder => "Input.PaidOn",
        ProofNotADocument => "Input.Proof",
        NoticeTextNotValid { Field: "note" } => "Input.Note",
        NoticeTextNotValid => "Input.BankReference",
        _ => "",
    };

    private PageResult Shown()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account
            || await orders.FindAsync(account, reference, cancellationToken) is not { } order
            || await payments.ReadAsync(account, order, cancellationToken) is not { } payment)
        {
            return false;
        }

        Payment = payment;
        return true;
    }
}

/// <summary>What a customer fills in of a payment.</summary>
public sealed class NotifyForm
{
    public string? Key { get; set; }

    public string? Amount { get; set; }

    public string? PaidOn { get; set; }

    public string? BankReference { get; set; }

    public string? Note { get; set; }

    public IFormFile? Proof { get; set; }

    /// <summary>Ids of files that were kept before.</summary>
    public List<Guid> Kept { get; set; } = [];
}
