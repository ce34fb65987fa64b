using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Features.Checkout;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Invoices;

/// <summary>What stands on a document, in the reader's language.</summary>
public sealed class InvoiceWords(IStringLocalizer<InvoicesTexts> texts, OrderWords orders, ReaderFormat format)
{
    /// <summary>What it is for.</summary>
    public string Title(InvoiceView view) => view.Order is { } order ? orders.Title(order)
        : view.Plan is { } plan ? texts["Line.Plan", plan.Name.In(CultureInfo.CurrentUICulture)]
        : texts["Line.Other"];

    /// <summary>The days that it pays for; null where it pays for none.</summary>
    public string? Term(InvoiceView view) => view.Row is { TermStart: { } start, TermEnd: { } end }
        ? texts["Line.Term", format.ShortDate(start), format.ShortDate(end.PlusDays(-1))].Value
        : null;

    /// <summary>The tax with its rate: IVA 19 %.</summary>
    public string Tax(InvoiceView view) => texts[
        "Sheet.TaxRate",
        view.TaxName.In(CultureInfo.CurrentUICulture),
        (view.Rate.BasisPoints / 100m).ToString("0.##", CultureInfo.CurrentCulture)];
}
