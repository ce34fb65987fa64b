using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// A preview as text, one <c>field=value</c> a line in a fixed order: the same preview gives the same text, byte for byte, so that it can be
/// sealed, and it can be read back. It is shown to nobody.
/// </summary>
public static class ChangePreviewText
{
    private const string Header = "storefront-change-preview 1";

    public static string Write(ChangePreview preview)
    {
        var text = new StringBuilder(Header);
        foreach (var (field, value) in Fields(preview))
        {
            text.Append('\n').Append(field).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text
            .Append("\nlapsingMinutes=").Append(Text(preview.LapsingMinutes))
            .Append("\npreviewedAt=").Append(Text(preview.PreviewedAt))
            .Append("\nvalidUntil=").Append(Text(preview.ValidUntil))
            .ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ChangePreview Read(string text)
    {
        var rows = text.Split('\n');
        if (rows[0] != Header)
        {
            throw new FormatException("This is not a preview of a change, or one of another version.");
        }

        try
        {
            return new PreviewReader(rows.Skip(1).Select(row => row.Split('=', 2))
                .ToDictionary(row => row[0], row => Uri.UnescapeDataString(row[1]), StringComparer.Ordinal)).Read();
        }
        catch (Exception fault) when (fault is KeyNotFoundException or ArgumentException or IndexOutOfRangeException or UnparsableValueException)
        {
            throw new FormatException("The preview of a change is damaged.", fault);
        }
    }

    /// <summary>Everything of a preview that has to be the same when it is confirmed.</summary>
    internal static OrderedDictionary<string, string> Fields(ChangePreview preview)
    {
        var fields = new OrderedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["subscription"] = preview.SubscriptionId.Value.ToString("N"),
            ["kind"] = preview.Kind.ToString(),
            ["effectiveOn"] = Text(preview.EffectiveOn),
            ["actsAtOnce"] = preview.ActsAtOnce ? "yes" : "no",
            ["renewsOn"] = Text(preview.RenewsOn),
            ["minutesNow"] = Text(preview.MinutesNow),
            ["minutesAtRenewal"] = Text(preview.MinutesAtRenewal),
        };
        Add(fields, "from", preview.From);
        Add(fields, "to", preview.To);
        if (preview.Then is { } then)
        {
            Add(fields, "then", then);
        }

        if (preview.EndsOn is { } endsOn)
        {
            fields["endsOn"] = Text(endsOn);
        }

        if (preview.NextInvoiceOn is { } nextInvoice)
        {
            fields["nextInvoiceOn"] = Text(nextInvoice);
        }

        Add(fields, "moneyNow", preview.MoneyNow);
        Add(fields, "moneyOnNextInvoice", preview.MoneyOnNextInvoice);
        Add(fields, "moneyAtRenewal", preview.MoneyAtRenewal);
        for (var index = 0; index < preview.Lines.Length; index++)
        {
            Add(fields, string.Create(CultureInfo.InvariantCulture, $"lines.{index}"), preview.Lines[index]);
        }

        return fields;
    }

    private static void Add(OrderedDictionary<string, string> fields, string name, PlanTerms terms)
    {
        fields[$"{name}.plan"] = terms.PlanKey;
        fields[$"{name}.rank"] = Text(terms.Rank);
        fields[$"{name}.monthlyMinutes"] = Text(terms.MonthlyMinutes);
        fields[$"{name}.interval"] = terms.Interval.ToString();
        fields[$"{name}.price"] = Text(terms.Price);
    }

    private static void Add(OrderedDictionary<string, string> fields, string name, ChangeTotal total)
    {
        fields[$"{name}.amount"] = Text(total.Amount);
        fields[$"{name}.tax"] = Text(total.Tax);
    }

    private static void Add(OrderedDictionary<string, string> fields, string name, ChangeLine line)
    {
        fields[$"{name}.kind"] = line.Kind.ToString();
        fields[$"{name}.plan"] = line.PlanKey;
        if (line.InsteadOf is { } insteadOf)
        {
            fields[$"{name}.insteadOf"] = insteadOf;
        }

        fields[$"{name}.interval"] = line.Interval.ToString();
        fields[$"{name}.basis"] = Text(line.Basis);
        fields[$"{name}.days"] = Text(line.Share.Days);
        fields[$"{name}.ofDays"] = Text(line.Share.OfDays);
        fields[$"{name}.amount"] = Text(line.Amount);
        fields[$"{name}.tax"] = Text(line.Tax);
        fields[$"{name}.billedOn"] = Text(line.BilledOn);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static string Text(Money money) => money.ToString();
}
