using System.ComponentModel.DataAnnotations;
using Storefront.Domain.Quotes;
using Storefront.Features.Desk;

namespace Storefront.Features.Quotes;

/// <summary>A quote as staff type it.</summary>
public sealed class QuoteForm
{
    public QuoteSettlement Settlement { get; set; }

    [Display(Name = "Issue.Minutes")]
    public int? Minutes { get; set; }

    [Display(Name = "Issue.Description")]
    public string? Description { get; set; }

    [Display(Name = "Issue.Price")]
    public string? Price { get; set; }

    public string? Currency { get; set; }

    /// <summary>Makes sending it twice once.</summary>
    public string Key { get; set; } = FormKey.New();

    public QuoteInput ToAction()
    {
        var inMoney = Settlement == QuoteSettlement.Money;
        return new QuoteInput(Settlement, Minutes ?? 0, Description, inMoney ? Price : null, inMoney ? Currency : null, Key);
    }
}
