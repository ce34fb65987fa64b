using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Plans.Rates;

/// <summary>Staff put another rate card in force, and see what was changed before (ALF-02).</summary>
public sealed class ChangeRatesModel(
    RateCards rates, ChangeRates change, CurrentViewer current, RefusalTexts refusals, IStringLocalizer<PlansTexts> texts) : PageModel
{
    private const int SpareRows = 2;

    [BindProperty]
    public string? Base { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The rows of the form, with empty ones for new seasons.</summary>
    [BindProperty]
    public List<SeasonRow> Seasons { get; set; } = [];

    public RateOverview Rates { get; private set; } = null!;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var culture = CultureInfo.CurrentUICulture;
        Base = Rates.Card.Base.ToDecimalString();
        Seasons =
        [
            .. Rates.Card.Seasons.Select(season => new SeasonRow
            {
                Name = season.Name.In(culture),
                From = AnnualDatePattern.Iso.Format(season.From),
                Through = AnnualDatePattern.Iso.Format(season.Through),
                Percent = season.Percent.ToString(CultureInfo.InvariantCulture),
            }),
            .. Enumerable.Range(0, SpareRows).Select(_ => new SeasonRow()),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var wanted = Seasons.Where(row => !row.IsEmpty).Select(row => new SeasonInput(
            row.Name, row.From, row.Through, int.TryParse(row.Percent, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0));
        var changed = await change.HandleAsync(new RatesInput((Base ?? "").Trim().Replace(',', '.'), [.. wanted], Reason), current.Viewer!, cancellationToken);
        if (changed.Refusal is { } refusal)
        {
            Problem = refusals.Describe(refusal);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.Tell(texts["Rates.Saved"], Tone.Success);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { IsStaff: true } || await rates.ReadAsync(cancellationToken) is not { } overview)
        {
            return false;
        }

        Rates = overview;
        return true;
    }

    /// <summary>A season as it is typed.</summary>
    public sealed class SeasonRow
    {
        public string? Name { get; set; }

        public string? From { get; set; }

        public string? Through { get; set; }

        public string? Percent { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace($"{Name}{From}{Through}{Percent}");
    }
}
