using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Reports;

/// <summary>How the hours of a billing period went, on screen and on paper (FLU-19).</summary>
public sealed class ReportModel(PeriodReports reports, CurrentViewer current) : PageModel
{
    public PeriodReport? Report { get; private set; }

    /// <summary>The periods that are over, the last one first.</summary>
    public IReadOnlyList<(LocalDate Start, LocalDate End)> Periods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? start, CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        Periods = await reports.ListAsync(account, cancellationToken);
        if (start is null)
        {
            Report = Periods.Count == 0 ? null : await reports.ReadAsync(account, Periods[0].Start, cancellationToken);
            return Page();
        }

        Report = LocalDatePattern.Iso.Parse(start) is { Success: true } day ? await reports.ReadAsync(account, day.Value, cancellationToken) : null;
        return Report is null ? NotFound() : Page();
    }
}
