using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Invoices;

/// <summary>All documents that were issued to the reader's account, for a spreadsheet: amounts as plain decimals, days as ISO 8601 writes them.</summary>
public sealed class ExportModel(
    CurrentViewer current, InvoiceReader reader, InvoiceWords words, Handbook handbook, IStringLocalizer<InvoicesTexts> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        var csv = new StringBuilder();
        Write(csv, texts["Number"], texts["Csv.Kind"], texts["Issued"], texts["Csv.Paid"], texts["Csv.Order"], texts["For"], texts["Csv.Currency"], texts["Net"], texts["Tax"], texts["Total"]);
        foreach (var view in (await reader.ListAsync(account, before: null, int.MaxValue, cancellationToken)).Where(view => view.Number is not null).Reverse())
        {
            var row = view.Row;
            Write(
                csv,
                view.Number!,
                texts[$"Kind.{row.Kind}"],
                LocalDatePattern.Iso.Format(handbook.Calendar.DateOf(row.IssuedAt!.Value)),
                LocalDatePattern.Iso.Format(row.PaidOn),
                view.Order?.Reference ?? "",
                words.Title(view),
                row.Total.Currency.Code,
                Decimal(row, row.Net),
                Decimal(row, row.Tax),
                Decimal(row, row.Total));
        }

        // With a byte order mark, without which spreadsheets read the accents wrong.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"{texts["Csv.FileName"].Value}.csv");
    }

    private static string Decimal(Invoice row, Money amount) => (row.Kind == InvoiceKind.CreditNote ? -amount : amount).ToDecimalString();

    private static void Write(StringBuilder csv, params IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string text)
    {
        // What begins like a formula is shown, not computed.
        var safe = text.Length > 0 && "=+@\t".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
