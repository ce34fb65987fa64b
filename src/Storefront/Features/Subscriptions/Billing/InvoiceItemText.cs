using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Shared.Localization;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>What a customer reads on an invoice for a change of plan.</summary>
public sealed class InvoiceItemText(IStringLocalizer<SubscriptionsTexts> texts, Handbooks handbooks, SiteLanguages languages)
{
    /// <summary>The change that a line adjusts for, and the share of the term.</summary>
    public string Describe(ChangeLine line, string language) => In(language, culture =>
    {
        var (from, to) = (Name(line.InsteadOf, culture), Name(line.PlanKey, culture));
        return line.Share == DayShare.Whole
            ? texts["Invoice.Adjustment.Whole", from, to]
            : texts["Invoice.Adjustment", from, to, line.Share.Days, line.Share.OfDays];
    });

    /// <summary>The tax's name and rate.</summary>
    public string DescribeTax(string language) => In(language, culture =>
    {
        var tax = handbooks.Present.Tax;
        return $"{tax.Name.In(culture)} {(tax.Rate.BasisPoints / 10_000m).ToString("P0", culture)}";
    });

    /// <summary>Work on a ticket beyond the included hours (FEN-12).</summary>
    public string DescribeOverage(int ticket, int minutes, string language) =>
        In(language, _ => texts["Invoice.Overage", ticket, minutes]);

    private string In(string language, Func<CultureInfo, string> write)
    {
        using var spoken = SpokenLanguage.Begin(languages.Find(language) ?? languages.Default);
        return write(CultureInfo.CurrentCulture);
    }

    private string Name(string? planKey, CultureInfo culture) =>
        planKey is null ? "" : handbooks.Present.Plans.Find(planKey)?.Name.In(culture) ?? planKey;
}
