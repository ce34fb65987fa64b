using NodaTime;
using Storefront.Domain.Hours;
using static Storefront.Tests.Domain.Hours.HourRules;

namespace Storefront.Tests.Domain.Hours;

public class HourLedgerTests
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public void FLU_03_Thirty_percent_of_unused_minutes_roll_over()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(380, November + Day).Close(December, January);

        Assert.Equal(
            [(HourEntryKind.Grant, 600), (HourEntryKind.Use, -380), (HourEntryKind.Expiry, -220), (HourEntryKind.Rollover, 66)],
            book.Lines);
        Assert.Equal(66, book.Ledger.Balance);
    }

    [Fact]
    public void FLU_03_Rolled_over_minutes_are_used_first_and_never_roll_over_again()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(380, November + Day)
            .Close(December, January).Grant(600, December, January).Use(50, December + Day).Close(January, February);

        Assert.Equal([-16, -600, 180], book.Entries.TakeLast(3).Select(entry => entry.Minutes));
        Assert.Equal(180, book.Ledger.Balance);
        Assert.Equal(180, book.Remaining(LotSource.Rollover));
    }

    [Theory]
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    [InlineData(3, 0)]
    public void FLU_03_Rollover_is_rounded_down_to_the_minute(int unused, int rolledOver) =>
        Assert.Equal(rolledOver, new LedgerBook(Flunt).Grant(unused, November, December).Close(December, January).Ledger.Balance);

    [Fact]
    public void FLU_03_Upgrade_minutes_count_and_are_rounded_together_with_the_grant()
    {
        // 3.9 of 13 in one sum; lot by lot it would be 2 and 1.
        var book = new LedgerBook(Flunt).Grant(9, November, December).Upgrade(4, November + Day, December).Close(December, January);
        Assert.Equal(3, book.Ledger.Balance);
    }

    [Fact]
    public void FLU_03_Corrections_and_advances_do_not_roll_over()
    {
        var book = new LedgerBook(Flunt).Grant(100, November, December).Correct(1000, November + Day, December)
            .Advance(300, November + Day, December, 1200).Close(December, January);
        Assert.Equal(30, book.Ledger.Balance);
    }

    [Fact]
    public void FEN_03_Nothing_accumulates() =>
        Assert.Equal(0, new LedgerBook(Fenicio).Grant(600, November, December).Close(December, January).Ledger.Balance);

    [Fact]
    public void FLU_04_Of_lots_that_expire_together_rollover_goes_first_then_grant_upgrade_and_advance()
    {
        var book = new LedgerBook(Flunt).Grant(100, November, December).Close(December, January)
            .Upgrade(20, December, January).Advance(25, December, January, 100).Grant(10, December, January)
            .Use(30 + 5, December + Day);

        Assert.Equal((0, 5, 20, 25), Remaining(book));
        Assert.Equal((0, 0, 10, 25), Remaining(book.Use(15, December + Day)));
        Assert.Equal((0, 0, 0, 20), Remaining(book.Use(15, December + Day)));

        static (int, int, int, int) Remaining(LedgerBook book) => (
            book.Remaining(LotSource.Rollover),
            book.Remaining(LotSource.Grant),
            book.Remaining(LotSource.Upgrade),
            book.Remaining(LotSource.Advance));
    }

    [Fact]
    public void FLU_04_The_lot_that_expires_first_goes_before_any_order_of_sources()
    {
        var book = new LedgerBook(Flunt).Grant(100, November, January).Upgrade(100, November, December).Use(60, November + Day);
        Assert.Equal((100, 40), (book.Remaining(LotSource.Grant), book.Remaining(LotSource.Upgrade)));
    }

    [Fact]
    public void A_use_of_several_lots_is_one_line_that_names_them_all()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December).Upgrade(60, November, December).Use(90, November + Day);
        var use = book.Entries[^1];
        Assert.Equal(-90, use.Minutes);
        Assert.Equal([-60, -30], use.Lots.Select(lot => lot.Minutes));
    }

    [Fact]
    public void FLU_09_Work_beyond_the_balance_is_refused_whole_and_names_the_shortfall()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December);
        Assert.Equal(new NotEnoughHours(31, 60), book.TryUse(91, November + Day).Refusal);
        Assert.Equal(60, book.Ledger.Balance);
        Assert.False(book.TryUse(60, November + Day).IsRefused);
    }

    [Fact]
    public void FLU_09_Without_any_hours_everything_is_missing() =>
        Assert.Equal(new NotEnoughHours(10, 0), new LedgerBook(Flunt).TryUse(10, November).Refusal);

    [Fact]
    public void A_lot_is_usable_until_the_instant_it_expires_at_and_not_then()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December);
        Assert.False(book.TryUse(60, December - Duration.Epsilon).IsRefused);
        Assert.Equal(new NotEnoughHours(60, 0), book.TryUse(60, December).Refusal);
    }

    [Fact]
    public void FLU_08_What_was_used_of_an_advance_is_repaid_by_the_next_grant()
    {
        var book = new LedgerBook(Flunt).Grant(1200, November, December).Use(1200, November + Day)
            .Advance(300, November + Day, December, nextGrant: 1200).Use(180, November + Day)
            .Close(December, January).Grant(1200, December, January);

        Assert.Equal(
            [(HourEntryKind.Expiry, -120), (HourEntryKind.Grant, 1200), (HourEntryKind.AdvanceRepayment, -180)],
            book.Lines.TakeLast(3));
        Assert.Equal((1020, 0), (book.Ledger.Balance, book.Ledger.OwedMinutes));
    }

    [Fact]
    public void FLU_08_What_a_repayment_cannot_cover_is_carried()
    {
        var book = new LedgerBook(Flunt).Advance(600, November, December, nextGrant: 1200).Use(600, November + Day)
            .Close(December, January).Grant(400, December, January);
        Assert.Equal((0, 200), (book.Ledger.Balance, book.Ledger.OwedMinutes));

        book.Close(January, February).Grant(400, January, February);
        Assert.Equal((200, 0), (book.Ledger.Balance, book.Ledger.OwedMinutes));
    }

    [Fact]
    public void FLU_08_Advances_in_all_reach_half_of_the_next_grant()
    {
        var book = new LedgerBook(Flunt).Grant(1200, November, December).Advance(300, November, December, nextGrant: 1200);
        Assert.Equal(new AdvanceLimitReached(600, 300), book.TryAdvance(301, November, December, 1200).Refusal);
        book.Advance(300, November, December, nextGrant: 1200);
        Assert.Equal(new AdvanceLimitReached(600, 0), book.TryAdvance(1, November, December, 1200).Refusal);
    }

    [Fact]
    public void FLU_08_What_is_still_owed_counts_towards_the_limit()
    {
        var book = new LedgerBook(Flunt).Advance(600, November, December, nextGrant: 1200).Use(600, November).Close(December, January)
            .Grant(100, December, January);
        Assert.Equal(500, book.Ledger.OwedMinutes);
        Assert.Equal(new AdvanceLimitReached(600, 100), book.TryAdvance(101, December, January, 1200).Refusal);
    }

    [Fact]
    public void A_house_without_advances_refuses_them() =>
        Assert.Equal(new AdvanceLimitReached(0, 0), new LedgerBook(Fenicio).TryAdvance(1, November, December, 1200).Refusal);

    [Fact]
    public void FLU_08_Nothing_is_owed_after_the_end()
    {
        var book = new LedgerBook(Flunt).Grant(100, November, December).Advance(600, November, December, nextGrant: 1200).Use(400, November + Day);
        book.Post(book.Ledger.End(November + Day, Ended));
        Assert.Equal((0, 0), (book.Ledger.Balance, book.Ledger.OwedMinutes));
        Assert.All(book.Entries, entry => Assert.True(entry.At <= November + Day));
        Assert.Empty(book.Ledger.OpenLots);
    }

    [Fact]
    public void COM_02_The_same_key_twice_is_once()
    {
        var granted = HourLedger.Empty.Grant(600, November, December, Paid, "grant").Ledger;
        Assert.Empty(granted.Grant(600, November, December, Paid, "grant").Entries);

        var used = granted.Use(Flunt, 90, November, Worked, "log").Value.Ledger;
        var again = used.Use(Flunt, 90, November, Worked, "log").Value;
        Assert.Empty(again.Entries);
        Assert.Equal(510, again.Ledger.Balance);
    }

    [Fact]
    public void COM_02_A_key_that_was_used_is_once_also_when_the_balance_has_since_run_out()
    {
        var used = HourLedger.Empty.Grant(60, November, December, Paid, "grant").Ledger.Use(Flunt, 60, November, Worked, "log").Value.Ledger;
        Assert.False(used.Use(Flunt, 60, November, Worked, "log").IsRefused);
    }

    [Fact]
    public void COM_02_Every_line_has_the_next_sequence_a_cause_and_the_balance_after_it()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(380, November + Day).Close(December, January);
        Assert.Equal([1, 2, 3, 4], book.Entries.Select(entry => entry.Sequence));
        Assert.Equal([600, 220, 0, 66], book.Entries.Select(entry => entry.BalanceAfter));
        Assert.All(book.Entries, entry => Assert.NotNull(entry.Cause));
    }

    [Fact]
    public void A_correction_downwards_takes_like_work_and_is_refused_beyond_the_balance()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December).Correct(-50, November, December);
        Assert.Equal(10, book.Ledger.Balance);
        Assert.Equal(new NotEnoughHours(1, 10), book.Ledger.Correct(Flunt, -11, November, December, Corrected, "c").Refusal);
        Assert.IsType<MinutesNotValid>(book.Ledger.Correct(Flunt, 0, November, December, Corrected, "c").Refusal);
    }

    [Fact]
    public void A_reversal_goes_back_to_the_lots_it_came_from()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December).Upgrade(60, November, December).Use(90, November + Day);
        book.Reverse(book.Entries[^1], November + Day, December);
        Assert.Equal((60, 60, 120), (book.Remaining(LotSource.Grant), book.Remaining(LotSource.Upgrade), book.Ledger.Balance));
    }

    [Fact]
    public void A_reversal_into_a_closed_lot_makes_one_that_ends_with_the_running_period_and_does_not_roll_over()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December).Use(60, November + Day);
        var use = book.Entries[^1];
        book.Close(December, January).Reverse(use, December + Day, January);
        Assert.Equal((60, (Instant?)January), (book.Remaining(LotSource.Reversal), book.Entries[^1].ExpiresAt));
        Assert.Equal(0, book.Close(January, February).Ledger.Balance);
    }

    [Fact]
    public void A_use_is_reversed_once()
    {
        var book = new LedgerBook(Flunt).Grant(60, November, December).Use(60, November + Day);
        var use = book.Entries[^1];
        Assert.Equal(60, book.Reverse(use, November + Day, December).Reverse(use, November + Day, December).Ledger.Balance);
        Assert.Throws<ArgumentException>(() => book.Reverse(book.Entries[0], November + Day, December));
    }

    [Fact]
    public void What_a_quote_holds_is_not_available_to_others_and_shrinks_with_the_balance()
    {
        var book = new LedgerBook(Flunt).Grant(100, November, December);
        var held = book.Ledger.Hold(70).Value;
        Assert.Equal(30, held.AvailableMinutes);
        Assert.Equal(new NotEnoughHours(1, 30), held.Use(Flunt, 31, November, Worked, "other").Refusal);
        Assert.Equal(new NotEnoughHours(1, 30), held.Hold(31).Refusal);

        var used = held.Use(Flunt, 50, November, Worked, "quoted", fromHold: 50).Value.Ledger;
        Assert.Equal((50, 20, 30), (used.Balance, used.HeldMinutes, used.AvailableMinutes));
        Assert.Equal(0, used.ClosePeriod(Flunt, December, January, Ended, "r").Ledger.HeldMinutes);
        Assert.Equal(0, used.Release(99).HeldMinutes);
    }

    [Fact]
    public void A_lot_ends_after_it_is_opened() =>
        Assert.Throws<ArgumentException>(() => HourLedger.Empty.Grant(1, November, November, Paid, "grant"));

    [Fact]
    public void The_balance_of_a_past_instant_is_read_from_the_lines()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(380, November + Day).Close(December, January);
        Assert.Equal(0, HourHistory.BalanceAt(book.Entries, November - Duration.Epsilon));
        Assert.Equal(600, HourHistory.BalanceAt(book.Entries, November));
        Assert.Equal(220, HourHistory.BalanceAt(book.Entries, December - Duration.Epsilon));
        Assert.Equal(66, HourHistory.BalanceAt(book.Entries, December));
    }

    [Fact]
    public void Use_of_a_period_leaves_out_what_of_it_was_taken_back_and_nothing_else()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(100, November + Day).Use(40, November + Day);
        var first = book.Entries[1];
        book.Close(December, January).Grant(600, December, January).Use(30, December + Day).Reverse(first, December + Day, January);
        Assert.Equal(40, HourHistory.UsedBetween(book.Entries, November, December));
        Assert.Equal(30, HourHistory.UsedBetween(book.Entries, December, January));
    }

    [Fact]
    public void The_figures_tell_what_lapses_and_what_goes_on()
    {
        var book = new LedgerBook(Flunt).Grant(600, November, December).Use(380, November + Day).Advance(300, November + Day, December, 600);
        var ledger = book.Ledger.Hold(20).Value;
        Assert.Equal(
            new HourFigures(500, 20, new ExpiringHours(454, 66, December), 300, 0, 380),
            HourFigures.Of(ledger, Flunt, continues: true, usedMinutes: 380));
        Assert.Equal(new ExpiringHours(520, 0, December), HourFigures.Of(ledger, Flunt, continues: false, usedMinutes: 380).Expiring);
        Assert.Null(HourFigures.Of(HourLedger.Empty, Flunt, continues: true, usedMinutes: 0).Expiring);
    }
}
