using Microsoft.Extensions.Localization;
using Storefront.Domain.Hours;

namespace Storefront.Features.Hours;

/// <summary>Says why a line of the ledger is there.</summary>
public sealed class HourReasons(IStringLocalizer<HoursTexts> texts)
{
    public string Describe(HourLine line)
    {
        if (line is { Kind: HourEntryKind.Correction, Note: { Length: > 0 } note })
        {
            return texts["Reason.CorrectionBecause", note];
        }

        return line.Ticket is { } ticket && line.Kind is HourEntryKind.Use or HourEntryKind.Reversal
            ? texts[$"Reason.{line.Kind}OnTicket", line.Ticket!.Number, line.Ticket.Subject]
            : texts[$"Reason.{line.Kind}"];
    }

    public string Name(LotSource source) => texts[$"Lot.{source}"];
}
