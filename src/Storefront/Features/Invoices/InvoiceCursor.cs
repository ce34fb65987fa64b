using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Storefront.Features.Invoices;

/// <summary>Where a page of the queue ends: it stays right while others are issued.</summary>
/// <param name="DueOn">The last one's day.</param>
/// <param name="Entry">Its place among those of that day.</param>
public sealed record InvoiceCursor(LocalDate DueOn, long Entry)
{
    /// <summary>As it stands in an address; null for what is none.</summary>
    public static InvoiceCursor? Read(string? text) => text?.Split('.') is [var day, var entry]
        && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var dueOn }
        && long.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new InvoiceCursor(dueOn, number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(DueOn)}.{Entry}");
}
