using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;

namespace Storefront.Tests.Domain.Houses;

public class FluntTests
{
    private static readonly Handbook Flunt = HandbookCatalogue.Load("flunt").Match(
        handbook => handbook, refusal => throw new InvalidOperationException($"{refusal}"));

    [Fact]
    public void The_handbook_of_Flunt_has_no_fault()
    {
        Assert.Equal("Flunt", Flunt.House.Name);
        Assert.Equal(["es-CL", "pt-BR", "en"], Flunt.Languages);
        Assert.Equal([Currency.Clp, Currency.Usd], Flunt.Currencies);
        Assert.Equal("America/Santiago", Flunt.Zone.Id);
    }

    [Fact]
    public void FLU_01_There_are_four_monthly_plans_of_10_20_40_and_60_hours()
    {
        Assert.Equal(
            [("essential", 600), ("business", 1200), ("growth", 2400), ("enterprise", 3600)],
            Flunt.Plans.Plans.Select(plan => (plan.Key, plan.MonthlyMinutes)));
        Assert.Equal(new Money(300_000, Currency.Clp), Flunt.Plans.PriceOf("essential", BillingInterval.Month, Currency.Clp).Value.Amount);
    }

    [Fact]
    public void FLU_02_A_year_of_Essential_at_300_000_CLP_a_month_costs_3_240_000_CLP()
    {
        var price = Flunt.Plans.PriceOf("essential", BillingInterval.Year, Currency.Clp).Value;
        Assert.Equal(new Money(3_240_000, Currency.Clp), price.Amount);
        Assert.Equal(10, price.DiscountPercent);
        Assert.Equal(new Money(270_000, Currency.Clp), price.MonthlyEquivalent);
        Assert.Equal(new Money(615_600, Currency.Clp), price.Tax);
        Assert.Equal(new Money(3_855_600, Currency.Clp), price.Total);
    }

    [Fact]
    public void FLU_03_FLU_04_FLU_08_FLU_09_The_policy_of_hours_is_that_of_the_rules()
    {
        Assert.Equal(30, Flunt.Hours.RolloverPercent);
        Assert.Equal(50, Flunt.Hours.AdvancePercent);
        Assert.Equal(3, Flunt.Hours.GraceDays);
        Assert.Equal(OveragePolicy.Refuse, Flunt.Hours.Overage);
        LotSource[] inRule = [LotSource.Rollover, LotSource.Grant, LotSource.Upgrade, LotSource.Advance];
        Assert.Equal(inRule, Flunt.Hours.UseOrder.Where(inRule.Contains));
    }

    [Fact]
    public void FLU_05_FLU_06_FLU_07_FLU_10_Plans_change_by_share_and_without_a_minimum_term()
    {
        Assert.Equal(UpgradeMoney.ShareOfPaidTerm, Flunt.Changes.UpgradeMoney);
        Assert.Equal(UpgradeHours.ShareOfBillingPeriod, Flunt.Changes.UpgradeHours);
        Assert.Equal(UpgradeBilling.NextBoundary, Flunt.Changes.UpgradeBilled);
        Assert.Equal(ChangeMoment.EndOfPaidTerm, Flunt.Changes.Downgrade);
        Assert.Equal(ChangeMoment.EndOfPaidTerm, Flunt.Changes.Cancellation);
        Assert.True(Flunt.Changes.TemporaryUpgrades);
        Assert.True(Flunt.Changes.Pauses);
        Assert.Equal(0, Flunt.Changes.ContractedTermMonths);
    }

    [Theory]
    [InlineData(Urgency.High, Impact.High, "Q1")]
    [InlineData(Urgency.High, Impact.Low, "Q2")]
    [InlineData(Urgency.Low, Impact.High, "Q3")]
    [InlineData(Urgency.Low, Impact.Low, "Q4")]
    public void FLU_12_Urgency_and_impact_propose_the_class(Urgency urgency, Impact impact, string expected)
    {
        var rule = Flunt.Tickets.Proposal.First(rule => rule.Urgency == urgency && rule.Impact == impact);
        Assert.Equal(expected, rule.ClassKey);
        Assert.NotNull(Flunt.Tickets.Questions);
    }

    [Fact]
    public void FLU_14_FLU_15_Targets_and_queue_are_those_of_the_rules()
    {
        Assert.Equal(
            [
                new TargetPolicy("Q1", TargetKind.Start, new TargetDuration(TargetUnit.BusinessHours, 4)),
                new TargetPolicy("Q1", TargetKind.Workaround, new TargetDuration(TargetUnit.ClockHours, 24)),
                new TargetPolicy("Q2", TargetKind.Start, new TargetDuration(TargetUnit.ClockHours, 24)),
                new TargetPolicy("Q2", TargetKind.Resolution, new TargetDuration(TargetUnit.BusinessDays, 5)),
                new TargetPolicy("Q3", TargetKind.PlannedBy, new TargetDuration(TargetUnit.EndOfBusinessWeek, 0)),
            ],
            Flunt.Tickets.Targets);
        Assert.Equal([QueueKey.ClassRank, QueueKey.Arrival], Flunt.Tickets.QueueOrder);
    }

    [Fact]
    public void FLU_17_FLU_18_FLU_27_Tickets_can_be_scheduled_have_attachments_and_developments_are_assessed_first()
    {
        Assert.True(Flunt.Tickets.Scheduling);
        Assert.True(Flunt.Tickets.Limits.Attachments > 0);
        Assert.Equal(Flunt.Attachments.MaximumBytes, Flunt.Tickets.Limits.AttachmentBytes);
        Assert.True(Flunt.Tickets.FindKind("development")!.AssessedFirst);
        Assert.True(Flunt.Tickets.FindKind("integration")!.AssessedFirst);
        Assert.False(Flunt.Tickets.FindKind("support")!.AssessedFirst);
        Assert.Equal("application/pdf", Flunt.Attachments.ForExtension(".PDF")!.MediaType);
    }

    [Fact]
    public void FLU_20_The_invoice_is_due_three_business_days_after_the_payment()
    {
        Assert.Equal(3, Flunt.Billing.InvoiceWithinBusinessDays);
        var thursday = new LocalDate(2026, 11, 19);
        Assert.Equal(new LocalDate(2026, 11, 24), Flunt.Calendar.AddBusinessDays(thursday, Flunt.Billing.InvoiceWithinBusinessDays));
    }

    [Fact]
    public void FLU_21_Pesos_are_paid_by_card_transfer_Webpay_or_Mercado_Pago()
    {
        Assert.Equal(["card", "transfer", "webpay", "mercado-pago"], Flunt.PaymentMethodsFor(Currency.Clp).Select(method => method.Key));
        Assert.Equal(["card"], Flunt.PaymentMethodsFor(Currency.Usd).Select(method => method.Key));
    }

    [Fact]
    public void FLU_22_The_first_meeting_is_free_and_tickets_can_ask_for_one()
    {
        Assert.True(Flunt.Meetings.FirstIsFree);
        Assert.True(Flunt.Meetings.OnTickets);
    }

    [Fact]
    public void FLU_23_Growth_and_Enterprise_include_a_direct_channel()
    {
        Assert.Equal(["growth", "enterprise"], Flunt.Plans.Plans.Where(plan => plan.Includes("direct-channel")).Select(plan => plan.Key));
        var direct = Flunt.Channels.Single(channel => channel.Key == "direct");
        Assert.True(direct.IsIncludedIn("growth"));
        Assert.False(direct.IsIncludedIn("business"));
    }

    [Fact]
    public void FLU_26_Frequent_questions_come_by_topic()
    {
        Assert.Equal(["service", "plans", "targets", "integrations", "billing", "security", "support"], Flunt.Faq.Select(topic => topic.Key));
        Assert.All(Flunt.Faq, topic => Assert.True(topic.Questions.Count >= 5));
    }

    [Fact]
    public void FLU_28_Advice_is_in_all_plans_and_the_rest_as_promised()
    {
        Assert.All(Flunt.Plans.Plans, plan => Assert.True(plan.Includes("advice")));
        Assert.True(Flunt.Plans.Find("enterprise")!.Includes("security-audit"));
        Assert.Equal("business", Flunt.Plans.Highlighted!.Key);
    }

    [Theory]
    [InlineData(2026, 9, 18)]
    [InlineData(2026, 12, 25)]
    [InlineData(2027, 6, 28)]
    [InlineData(2027, 9, 17)]
    [InlineData(2027, 10, 11)]
    public void The_house_is_closed_on_Chilean_holidays(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        Assert.False(Flunt.Calendar.IsBusinessDay(date));
        Assert.NotNull(Flunt.HolidayName(date));
    }

    [Fact]
    public void COM_09_Every_way_to_reach_the_house_is_in_its_handbook()
    {
        Assert.Contains(Flunt.House.Contacts.For(ContactPurpose.Support), point => point.Kind == ContactKind.Email);
        Assert.Contains(Flunt.House.Contacts.Points, point => point.Kind == ContactKind.Phone);
    }
}
