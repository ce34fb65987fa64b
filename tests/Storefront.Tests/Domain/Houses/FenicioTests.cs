using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;

namespace Storefront.Tests.Domain.Houses;

public class FenicioTests
{
    private static readonly Handbook Fenicio = Loaded.Fenicio;

    [Fact]
    public void The_house_speaks_Uruguayan_Spanish_and_sells_in_Uruguayan_pesos()
    {
        Assert.Equal("es-UY", Fenicio.DefaultLanguage);
        Assert.Equal([Currency.Uyu], Fenicio.Currencies);
        Assert.Equal("America/Montevideo", Fenicio.Zone.Id);
        Assert.Equal(2200, Fenicio.Tax.Rate.BasisPoints);
        Assert.False(Fenicio.Tax.PricesIncludeTax);
    }

    [Fact]
    public void FEN_01_Four_plans_of_1_5_10_and_20_hours_of_which_the_first_is_free_for_everybody()
    {
        Assert.Equal(
            [("basico", 60), ("silver", 300), ("gold", 600), ("platinum", 1200)],
            Fenicio.Plans.Plans.Select(plan => (plan.Key, plan.MonthlyMinutes)));
        Assert.Equal(["basico"], Fenicio.Plans.Plans.Where(plan => plan.IsFreeIn(Currency.Uyu)).Select(plan => plan.Key));
        Assert.Equal("basico", Fenicio.Changes.BasePlan);
        Assert.All(Fenicio.Plans.Plans.Skip(1), plan => Assert.True(plan.PriceFor(BillingInterval.Month, Currency.Uyu)!.Tax.MinorUnits > 0));
    }

    [Fact]
    public void FEN_03_FEN_06_FEN_12_The_policy_of_hours_is_that_of_the_rules()
    {
        Assert.Equal(0, Fenicio.Hours.RolloverPercent);
        Assert.Equal(0, Fenicio.Hours.AdvancePercent);
        Assert.Equal(0, Fenicio.Hours.GraceDays);
        Assert.Equal(OveragePolicy.Bill, Fenicio.Hours.Overage);
        Assert.Equal([Currency.Uyu], Fenicio.Plans.Find("gold")!.OverageHourlyRates.Select(rate => rate.Currency));
    }

    [Fact]
    public void FEN_04_FEN_05_Upgrades_cost_the_full_difference_and_downgrades_wait_for_the_contracted_term()
    {
        Assert.Equal(UpgradeMoney.FullDifference, Fenicio.Changes.UpgradeMoney);
        Assert.Equal(UpgradeHours.FullDifference, Fenicio.Changes.UpgradeHours);
        Assert.Equal(ChangeMoment.EndOfContractedTerm, Fenicio.Changes.Downgrade);
        Assert.Equal(ChangeMoment.EndOfContractedTerm, Fenicio.Changes.Cancellation);
        Assert.Equal(12, Fenicio.Changes.ContractedTermMonths);
    }

    [Fact]
    public void FEN_07_The_house_is_open_from_nine_to_six_on_weekdays_holidays_excepted()
    {
        Assert.All(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday],
            day => Assert.Equal("09:00–18:00", Assert.Single(Fenicio.Calendar.HoursOn(day)).ToString()));
        Assert.Empty(Fenicio.Calendar.HoursOn(IsoDayOfWeek.Saturday));
        Assert.False(Fenicio.Calendar.IsBusinessDay(new LocalDate(2026, 8, 25)));
        Assert.NotNull(Fenicio.House.Contacts.OnCall);
    }

    [Theory]
    [InlineData("no-access", "N1")]
    [InlineData("no-purchase", "N1")]
    [InlineData("wrong-catalogue", "N1")]
    [InlineData("broken-design", "N2")]
    [InlineData("secondary-module", "N2")]
    [InlineData("one-payment", "N2")]
    [InlineData("regression", "N2")]
    [InlineData("third-party", "N3")]
    [InlineData("own-doing", "N3")]
    [InlineData("question", "N4")]
    [InlineData("request", "N4")]
    public void FEN_08_What_happened_proposes_the_level(string kind, string level) =>
        Assert.Equal(level, ClassProposal.Propose(Fenicio.Tickets, kind, urgency: null, impact: null).Value.Key);

    [Theory]
    [InlineData("no-access", false)]
    [InlineData("one-payment", false)]
    [InlineData("question", false)]
    [InlineData("third-party", true)]
    [InlineData("request", true)]
    public void FEN_09_Levels_1_and_2_and_questions_cost_no_hours(string kind, bool costs)
    {
        var proposed = ClassProposal.Propose(Fenicio.Tickets, kind, urgency: null, impact: null).Value;
        Assert.Equal(costs, proposed.CostsHours && Fenicio.Tickets.FindKind(kind)!.CostsHours);
    }

    [Fact]
    public void FEN_10_FEN_11_The_least_charge_falls_with_the_plan_and_on_call_counts_double()
    {
        Assert.Equal([30, 20, 10, 5], Fenicio.Plans.Plans.Select(plan => Fenicio.Hours.MinimumMinutesPerTicket[plan.Key]));
        Assert.Equal(200, Fenicio.Hours.OnCallPercent);
    }

    [Fact]
    public void FEN_13_FEN_14_Above_an_hour_a_quote_is_needed_and_it_is_valid_for_30_days()
    {
        Assert.Equal(60, Fenicio.Quotes.RequiredAboveMinutes);
        Assert.Equal(30, Fenicio.Quotes.ValidDays);
    }

    [Fact]
    public void FEN_15_The_queue_looks_at_the_level_then_at_the_plan_then_at_the_arrival()
    {
        Assert.Equal([QueueKey.ClassRank, QueueKey.PlanPriority, QueueKey.Arrival], Fenicio.Tickets.QueueOrder);
        Assert.Equal([1, 2, 3, 4], Fenicio.Plans.Plans.Select(plan => plan.Priority));
    }

    [Theory]
    [InlineData("N1", 2, 2, 1, 1)]
    [InlineData("N2", 16, 8, 4, 2)]
    [InlineData("N3", 24, 16, 8, 4)]
    [InlineData("N4", 24, 16, 8, 4)]
    public void FEN_16_Answers_are_promised_by_level_and_plan(string level, params int[] hours) => Assert.Equal(
        Fenicio.Plans.Plans.Zip(hours, (plan, amount) =>
            new TargetPolicy(level, TargetKind.FirstAnswer, new TargetDuration(TargetUnit.BusinessHours, amount), plan.Key)),
        Fenicio.Tickets.Targets.Where(target => target.ClassKey == level));

    [Fact]
    public void FEN_18_Meetings_contact_and_phone_come_with_the_plan()
    {
        Assert.Equal(
            [null, "meetings-monthly", "meetings-fortnightly", "meetings-weekly"],
            Fenicio.Plans.Plans.Select(plan => plan.Entitlements.FirstOrDefault(entitlement => entitlement.Key.StartsWith("meetings-", StringComparison.Ordinal))?.Key));
        Assert.Equal(["silver", "gold", "platinum"], Fenicio.Plans.Plans.Where(plan => plan.Includes("phone")).Select(plan => plan.Key));
        Assert.Equal(["silver", "gold", "platinum"], Fenicio.Plans.Plans.Where(plan => plan.Includes("care")).Select(plan => plan.Key));
        Assert.Equal(["silver", "gold", "platinum"], Fenicio.Channels.Single(channel => channel.Key == "phone").PlanKeys);
    }

    [Fact]
    public void FEN_19_The_catalogue_has_eleven_add_ons_that_open_a_request()
    {
        Assert.Equal(
            ["banner-countdown", "streaming-landing", "html-banner", "coupon-counter", "checkout-slider", "parcel-logic", "comparator", "warranties", "assembly", "room-sets", "member-discounts"],
            Fenicio.AddOns.Select(addOn => addOn.Key));
        Assert.All(Fenicio.AddOns, addOn => Assert.Equal("request", addOn.KindKey));
        Assert.All(Fenicio.AddOns, addOn => Assert.True(addOn.EstimatedMinutes > 0));
    }

    [Fact]
    public void FEN_20_How_the_system_is_doing_is_said() => Assert.Equal(HouseStatusLevel.Operational, Fenicio.Status.Level);

    [Fact]
    public void COM_09_The_on_call_phone_is_for_level_1_and_not_shown_every_day()
    {
        Assert.Equal("+598 2410 5050", Assert.Single(Fenicio.House.Contacts.ForEmergency("N1")).Value);
        Assert.Empty(Fenicio.House.Contacts.ForEmergency("N2"));
        Assert.DoesNotContain(Fenicio.House.Contacts.Everyday, point => point.Purpose == ContactPurpose.Emergency);
    }
}
