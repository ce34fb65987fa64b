using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>What a customer reads on an invoice for a change of plan.</summary>
public sealed class InvoiceItemText(IStringLocalizer<SubscriptionsTexts> texts, Handbooks handbooks)
{
    public string Describe(ChangeLine line, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return texts["Invoice.Adjustment", Name(line.InsteadOf, culture), Name(line.PlanKey, culture), line.Share.Days, line.Share.OfDays];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string Name(string? planKey, CultureInfo culture) =>
        planKey is null ? "" : handbooks.Present.Plans.Find(planKey)?.Name.In(culture) ?? planKey;
}
