using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>Staff put down an account's commissions, month by month (FEN-02).</summary>
public sealed class RecordModel(
    LoyaltyReader reader, RecordCommissionMonth record, CurrentViewer current, RefusalTexts refusals, IStringLocalizer<HoursTexts> texts) : PageModel
{
    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public bool OnTime { get; set; } = true;

    /// <summary>Whose months.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Account { get; set; }

    public LoyaltyOverview Overview { get; private set; } = null!;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var last = Overview.Recorded.Count == 0 ? Overview.Standing.Months[^1].Month : Overview.Recorded[^1].Next;
        Month = YearMonthPattern.Iso.Format(last);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var month = YearMonthPattern.Iso.Parse(Month ?? "");
        var recorded = await record.HandleAsync(
            new AccountId(Account),
            month.Success ? month.Value : new YearMonth(9999, 12),
            (Amount ?? "").Trim().Replace(',', '.'),
            OnTime,
            current.Viewer!,
            cancellationToken);
        if (recorded.TryGet(out var done, out var refusal))
        {
            this.Tell(
                done is { Earned: { } plan, IsNeeded: true }
                    ? texts["Loyalty.Record.Earned", plan.Name.In(System.Globalization.CultureInfo.CurrentUICulture)]
                    : texts["Loyalty.Record.Done"],
                Tone.Success);
            return RedirectToPage(new { Account });
        }

        Problem = refusals.Describe(refusal);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { IsStaff: true } || await reader.ReadAsync(new AccountId(Account), cancellationToken) is not { } overview)
        {
            return false;
        }

        Overview = overview;
        return true;
    }
}
