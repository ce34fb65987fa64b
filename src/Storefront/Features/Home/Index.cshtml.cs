using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Tickets;
using Storefront.Features.Plans;

namespace Storefront.Features.Home;

/// <summary>What the house offers, what it promises, what it costs, and the questions asked first.</summary>
public sealed class IndexModel(Handbook handbook) : PageModel
{
    private const int QuestionsShown = 4;

    public Handbook Handbook => handbook;

    public HouseOffer Offer { get; } = handbook.ChiefOffer();

    public IEnumerable<PlanOffer> Offers =>
        from plan in handbook.Plans.Plans
        let price = plan.PriceFor(BillingInterval.Month, handbook.DefaultCurrency)
        where price is not null
        select new PlanOffer(plan, price, handbook.Tax.PricesIncludeTax, plan.Highlighted);

    public IEnumerable<TicketClass> Classes => handbook.Tickets.Classes.OrderBy(ticketClass => ticketClass.Rank);

    /// <summary>The plan that the hero's example shows.</summary>
    public Plan? Example => handbook.Plans.Highlighted ?? handbook.Plans.Plans.LastOrDefault();

    /// <summary>The first question of each topic.</summary>
    public IEnumerable<FaqQuestion> Questions =>
        handbook.Faq.SelectMany(topic => topic.Questions.Take(1)).Take(QuestionsShown);

    /// <summary>What is worth telling of the pages, with its picture: nothing of hours and plans where there are none, nor of times without promises.</summary>
    public IEnumerable<(string Name, string Icon)> Features =>
    [
        .. handbook.SellsPlans ? [("Hours", "clock")] : Array.Empty<(string, string)>(),
        ("Queue", "list"),
        .. handbook.Tickets.Targets.Count > 0 ? [("Targets", "bolt")] : Array.Empty<(string, string)>(),
        .. handbook.SellsPlans ? [("Preview", "receipt")] : Array.Empty<(string, string)>(),
        ("Privacy", "shield"),
        ("Api", "code"),
    ];

    /// <summary>The promises of a class by what is promised; several where they differ by plan.</summary>
    public IEnumerable<IGrouping<TargetKind, TargetPolicy>> TargetsOf(TicketClass ticketClass) =>
        handbook.Tickets.Targets.Where(target => target.ClassKey == ticketClass.Key).GroupBy(target => target.Kind);
}
