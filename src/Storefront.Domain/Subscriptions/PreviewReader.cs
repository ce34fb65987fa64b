using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Reads a preview from the fields of its text.</summary>
internal sealed class PreviewReader(Dictionary<string, string> fields)
{
    public ChangePreview Read() => new(
        new SubscriptionId(Guid.ParseExact(fields["subscription"], "N")),
        Enum.Parse<PlanChangeKind>(fields["kind"]),
        Terms("from"),
        Terms("to"),
        fields.ContainsKey("then.plan") ? Terms("then") : null,
        Date("effectiveOn"),
        fields["actsAtOnce"] == "yes",
        fields.ContainsKey("endsOn") ? Date("endsOn") : null,
        Lines().ToImmutableArray(),
        Total("moneyNow"),
        fields.ContainsKey("nextInvoiceOn") ? Date("nextInvoiceOn") : null,
        Total("moneyOnNextInvoice"),
        Date("renewsOn"),
        Total("moneyAtRenewal"),
        Number("minutesNow"),
        Number("minutesAtRenewal"),
        Number("lapsingMinutes"),
        At("previewedAt"),
        At("validUntil"));

    private IEnumerable<ChangeLine> Lines()
    {
        for (var index = 0; fields.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"lines.{index}.kind")); index++)
        {
            yield return Line(string.Create(CultureInfo.InvariantCulture, $"lines.{index}"));
        }
    }

    private ChangeLine Line(string name) => new(
        Enum.Parse<ChangeLineKind>(fields[$"{name}.kind"]),
        fields[$"{name}.plan"],
        fields.GetValueOrDefault($"{name}.insteadOf"),
        Enum.Parse<BillingInterval>(fields[$"{name}.interval"]),
        Amount($"{name}.basis"),
        new DayShare(Number($"{name}.days"), Number($"{name}.ofDays")),
        Amount($"{name}.amount"),
        Amount($"{name}.tax"),
        Date($"{name}.billedOn"));

    private PlanTerms Terms(string name) => new(
        fields[$"{name}.plan"],
        Number($"{name}.rank"),
        Number($"{name}.monthlyMinutes"),
        Enum.Parse<BillingInterval>(fields[$"{name}.interval"]),
        Amount($"{name}.price"));

    private ChangeTotal Total(string name) => new(Amount($"{name}.amount"), Amount($"{name}.tax"));

    private int Number(string name) => int.Parse(fields[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private LocalDate Date(string name) => LocalDatePattern.Iso.Parse(fields[name]).GetValueOrThrow();

    private Instant At(string name) => InstantPattern.ExtendedIso.Parse(fields[name]).GetValueOrThrow();

    private Money Amount(string name)
    {
        var parts = fields[name].Split(' ');
        return Money.ParseDecimal(parts[0], Currency.Parse(parts[1]));
    }
}
