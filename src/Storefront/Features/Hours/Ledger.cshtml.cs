using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours;

/// <summary>The whole ledger as a file for spreadsheets: comma-separated (RFC 4180), UTF-8, the first line first.</summary>
public sealed class LedgerModel(
    HourReader reader, HourReasons reasons, ReaderZone zone, CurrentViewer current, IStringLocalizer<HoursTexts> texts) : PageModel
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        var lines = await reader.ListAsync(account, before: null, int.MaxValue, cancellationToken);
        var csv = new StringBuilder();
        Write(csv, "#", texts["Ledger.When"], texts["Ledger.What"], texts["Ledger.Why"], texts["Csv.Minutes"], texts["Csv.Balance"], texts["Csv.Expires"]);
        foreach (var line in lines.Reverse())
        {
            Write(
                csv,
                line.Sequence.ToString(CultureInfo.InvariantCulture),
                Text(line.At),
                texts[$"Kind.{line.Kind}"],
                reasons.Describe(line),
                line.Minutes.ToString(CultureInfo.InvariantCulture),
                line.BalanceAfter.ToString(CultureInfo.InvariantCulture),
                line.ExpiresAt is { } expires ? Text(expires) : "");
        }

        // With a byte order mark, without which spreadsheets read the accents wrong.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"{texts["Csv.FileName"].Value}.csv");
    }

    private string Text(Instant instant) => Moment.Format(instant.InZone(zone.Zone).LocalDateTime);

    private static void Write(StringBuilder csv, params IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string text)
    {
        // A subject that begins like a formula is shown, not computed.
        var safe = text.Length > 0 && "=+@\t".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(',', '"', '\n') || safe.Contains('\r', StringComparison.Ordinal)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
