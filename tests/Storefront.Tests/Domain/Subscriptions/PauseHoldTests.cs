using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Calendars;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>A payment that the customer told of and staff have not looked for yet, when the plan is due to rest on 11 December.</summary>
public class PauseHoldTests
{
    private static readonly LocalDate Due = new(2026, 12, 1);
    private static readonly Instant Pause = Shop.FluntByHand.StartOf(new LocalDate(2026, 12, 11));
    private static readonly Money Left = new(357_000, Currency.Clp);

    [Fact]
    public void FLU_21_What_was_told_in_time_puts_off_the_pause_until_its_word_is_used_up()
    {
        Assert.Equal(new PauseHold(Due, At(14)), Of(Told(10, until: 14)));
        Assert.Null(Of());
        Assert.Null(Of(Told(8, until: 10)));
        Assert.Null(PauseHold.Of(Due, Left, [Told(10, until: 14)], Shop.Flunt));
    }

    [Fact]
    public void FLU_21_Told_when_the_plan_rests_already_it_puts_off_nothing()
    {
        Assert.Null(Of(new PaymentClaim(Left, Pause, At(14), DecidedAt: null)));
        Assert.Null(Of(Told(12, until: 14)));
        Assert.Equal(At(14), Of(Told(10, until: 14), Told(12, until: 18))!.Until);
    }

    [Fact]
    public void FLU_21_Told_twice_it_is_put_off_until_the_later_word_is_used_up()
    {
        Assert.Equal(At(15), Of(Told(9, until: 13), Told(10, until: 15))!.Until);
        Assert.Equal(At(15), Of(Told(9, until: 13, decided: 12), Told(10, until: 15))!.Until);
    }

    [Fact]
    public void FLU_21_Rejected_after_the_day_of_the_pause_it_rests_from_then_and_rejected_before_on_its_day()
    {
        Assert.Equal(At(12), Of(Told(10, until: 14, decided: 12))!.Until);
        Assert.Null(Of(Told(9, until: 14, decided: 10)));
    }

    [Fact]
    public void FLU_21_A_part_puts_off_nothing_and_parts_that_come_to_all_that_is_left_do_while_all_of_them_stand()
    {
        var half = new Money(178_500, Currency.Clp);
        Assert.Null(Of(Told(10, until: 14) with { Amount = half }));
        Assert.Equal(At(13), Of(Told(10, until: 14) with { Amount = half }, Told(9, until: 13) with { Amount = half })!.Until);
        Assert.Equal(At(14), PauseHold.Of(Due, half, [Told(10, until: 14) with { Amount = half }], Shop.FluntByHand)!.Until);
    }

    [Fact]
    public void FLU_21_A_word_stands_past_the_time_stated_for_looking_by_the_handbooks_business_days()
    {
        var policy = Shop.FluntByHand.Renewal!;

        // Thursday noon, and two business days more.
        Assert.Equal(At(10), PaymentClaim.StandsFor(At(10), policy, TestCalendars.Flunt()));
        Assert.Equal(At(14), PaymentClaim.StandsFor(At(10), policy with { NoticeHoldBusinessDays = 2 }, TestCalendars.Flunt()));
    }

    [Fact]
    public void FLU_21_The_plan_rests_at_the_end_of_what_puts_it_off_and_keeps_its_days_when_it_is_paid_before()
    {
        var rested = Held(14).Until(new LocalDate(2026, 12, 20)).Subscription;
        Assert.Equal((true, new LocalDate(2026, 12, 14)), (rested.RestsUnpaid, rested.PausedOn));

        var paid = Held(14).Pay(new LocalDate(2026, 12, 13)).Until(new LocalDate(2026, 12, 20)).Subscription;
        Assert.Equal(
            (PlanSubscriptionStatus.Active, Due, new LocalDate(2027, 1, 1), (Instant?)null),
            (paid.Status, paid.Term.Start, paid.PaidThrough, paid.PauseHeldUntil));
    }

    [Fact]
    public void FLU_21_Neither_hours_nor_grants_are_given_on_the_word_beyond_the_days_of_grace()
    {
        var held = Held(14).Until(new LocalDate(2026, 12, 12)).Subscription;

        Assert.Equal(PlanSubscriptionStatus.PastDue, held.Status);
        Assert.IsType<PaymentOverdue>(held.EnsureHoursUsable(Shop.FluntByHand, At(12)).Refusal);
    }

    private static SubscriptionLife Held(int until)
    {
        var life = SubscriptionLife.Buy(Shop.Essential, new LocalDate(2026, 11, 1), policies: Shop.FluntByHand);
        life.Subscription = life.Subscription with { Hold = new PauseHold(Due, At(until)) };
        return life;
    }

    private static PauseHold? Of(params PaymentClaim[] claims) => PauseHold.Of(Due, Left, claims, Shop.FluntByHand);

    private static PaymentClaim Told(int day, int until, int? decided = null) =>
        new(Left, At(day), At(until), decided is { } on ? At(on) : null);

    private static Instant At(int day) => SubscriptionLife.Noon(new LocalDate(2026, 12, day));
}
