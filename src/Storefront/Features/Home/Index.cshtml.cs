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

    public IEnumerable<TargetPolicy> TargetsOf(TicketClass ticketClass) =>
        handbook.Tickets.Targets.Where(target => target.ClassKey == ticketClass.Key && target.PlanKey is null);
}
