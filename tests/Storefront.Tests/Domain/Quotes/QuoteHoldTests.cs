using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using static Storefront.Tests.Domain.Hours.HourRules;

namespace Storefront.Tests.Domain.Quotes;

public class QuoteHoldTests
{
    private static readonly HourLedger Ledger = HourLedger.Empty.Grant(600, November, December, Paid, "grant").Ledger;

    [Fact]
    public void An_approval_holds_all_of_it_or_is_refused_naming_the_shortfall()
    {
        Assert.Equal(600, QuoteHold.Check(Ledger, Flunt, 600).Value);
        Assert.Equal(new NotEnoughHours(30, 600), QuoteHold.Check(Ledger, Flunt, 630).Refusal);
        Assert.Equal(new NotEnoughHours(30, 400), QuoteHold.Check(Ledger.Hold(200).Value, Flunt, 430).Refusal);
    }

    [Fact]
    public void FEN_12_Where_the_rest_is_billed_an_approval_holds_what_there_is() =>
        Assert.Equal(600, QuoteHold.Check(Ledger, Fenicio, 630).Value);

    [Fact]
    public void What_is_not_needed_any_more_is_given_back()
    {
        var (holds, ledger) = QuoteHold.Reconcile([Hold(left: 50, held: 180)], Ledger.Hold(180).Value);

        Assert.Equal((50, 50, 550), (holds[0].HeldMinutes, ledger.HeldMinutes, ledger.AvailableMinutes));
    }

    [Fact]
    public void What_lapsed_under_a_hold_is_held_again_from_what_comes_next()
    {
        var held = Ledger.Hold(180).Value;
        var over = held.ClosePeriod(Fenicio, December, January, Ended, "roll").Ledger;
        var (without, none) = QuoteHold.Reconcile([Hold(left: 180, held: 180)], over);
        Assert.Equal((0, 0), (without[0].HeldMinutes, none.HeldMinutes));

        var next = none.Grant(600, December, January, Paid, "next").Ledger;
        var (again, ledger) = QuoteHold.Reconcile(without, next);

        Assert.Equal((180, 180, 420), (again[0].HeldMinutes, ledger.HeldMinutes, ledger.AvailableMinutes));
    }

    [Fact]
    public void The_oldest_approval_keeps_its_hours_and_is_served_first()
    {
        var short200 = HourLedger.Empty.Grant(200, November, December, Paid, "g").Ledger.Hold(200).Value;

        var (holds, ledger) = QuoteHold.Reconcile([Hold(left: 150, held: 150), Hold(left: 150, held: 150)], short200);

        Assert.Equal([150, 50], holds.Select(hold => hold.HeldMinutes));
        Assert.Equal((200, 0), (ledger.HeldMinutes, ledger.AvailableMinutes));
    }

    [Fact]
    public void COM_02_Whatever_happens_holds_and_ledger_hold_the_same_and_never_more_than_there_is()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2_000; round++)
        {
            var ledger = Random(random);
            QuoteHold[] holds = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Hold(random.Next(400), random.Next(400)))];

            var (settled, after) = QuoteHold.Reconcile(holds, ledger);

            Assert.Equal(settled.Sum(hold => hold.HeldMinutes), after.HeldMinutes);
            Assert.InRange(after.HeldMinutes, 0, after.Balance);
            Assert.All(settled, hold => Assert.InRange(hold.HeldMinutes, 0, hold.LeftMinutes));
            Assert.True(after.AvailableMinutes == 0 || settled.All(hold => hold.MissingMinutes == 0));
            var (twice, same) = QuoteHold.Reconcile(settled, after);
            Assert.Equal(settled.AsEnumerable(), twice);
            Assert.Equal(after.HeldMinutes, same.HeldMinutes);
        }
    }

    private static HourLedger Random(Random random)
    {
        var granted = random.Next(1, 900);
        return HourLedger.Empty.Grant(granted, November, December, Paid, "g").Ledger.Hold(random.Next(1, granted + 1)).Value;
    }

    private static QuoteHold Hold(int left, int held) => new(QuoteId.New(November), left, held);
}
