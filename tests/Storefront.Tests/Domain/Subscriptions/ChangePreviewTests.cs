using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions;

public class ChangePreviewTests
{
    private static readonly LocalDate November = new(2026, 11, 1);
    private static readonly LocalDate The11th = new(2026, 11, 11);

    public static TheoryData<string, bool, string> Changes => new()
    {
        { "business", false, "Month" },
        { "business", true, "Month" },
        { "growth", false, "Year" },
        { "essential", false, "Year" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_preview_reads_back_from_its_text_and_gives_the_same_text_again(string plan, bool temporary, string interval)
    {
        var offered = new[] { Shop.Essential, Shop.Business, Shop.Growth }.Single(candidate => candidate.Key == plan);
        var preview = SubscriptionLife.Buy(Shop.Essential, November).Preview(offered, The11th, Enum.Parse<BillingInterval>(interval), temporary).Value;

        var text = ChangePreviewText.Write(preview);
        var read = ChangePreviewText.Read(text);
        Assert.Equal(text, ChangePreviewText.Write(read));
        Assert.Empty(PreviewComparison.Differences(preview, read));
        Assert.Equal((preview.LapsingMinutes, preview.PreviewedAt, preview.ValidUntil), (read.LapsingMinutes, read.PreviewedAt, read.ValidUntil));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    [InlineData("storefront-change-preview 1")]
    [InlineData("storefront-change-preview 1\nkind=Upgrade\nkind=Upgrade")]
    [InlineData("storefront-change-preview 1\nkind")]
    public void Text_that_is_no_preview_is_not_read(string text) => Assert.Throws<FormatException>(() => ChangePreviewText.Read(text));

    [Fact]
    public void A_damaged_preview_is_not_read()
    {
        var text = ChangePreviewText.Write(SubscriptionLife.Buy(Shop.Essential, November).Preview(Shop.Business, The11th).Value);
        var needed = text.Split('\n').Skip(1).Where(row =>
            !row.StartsWith("lines.", StringComparison.Ordinal) && !row.StartsWith("nextInvoiceOn", StringComparison.Ordinal));
        foreach (var row in needed)
        {
            Assert.Throws<FormatException>(() => ChangePreviewText.Read(text.Replace($"\n{row}", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_preview_of_yesterday_names_what_has_changed()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var shown = life.Preview(Shop.Business, The11th).Value;
        var fresh = life.Preview(Shop.Business, The11th.PlusDays(1)).Value;

        var differences = PreviewComparison.Differences(shown, fresh);
        Assert.Contains(new PreviewDifference("minutesNow", "400", "380"), differences);
        Assert.Contains(new PreviewDifference("moneyAtRenewal.amount", "700000 CLP", "692000 CLP"), differences);
    }

    [Fact]
    public void A_price_that_changed_in_between_refuses_and_does_nothing()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var shown = life.Preview(Shop.Business, The11th).Value;
        var dearer = life.Preview(Shop.Offer("business", 2, 1200, 600_000), The11th).Value;

        var refused = Confirm(life, shown, dearer, SubscriptionLife.Noon(The11th));
        Assert.Contains(
            Assert.IsType<PreviewOutdated>(refused.Refusal).Differences, difference => difference.Field == "to.price");
    }

    [Fact]
    public void Work_in_between_does_not_spoil_a_preview()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var shown = life.Preview(Shop.Business, The11th).Value;
        var fresh = life.Use(90, The11th).Preview(Shop.Business, The11th).Value;
        Assert.NotEqual(shown.LapsingMinutes, fresh.LapsingMinutes);
        Assert.False(Confirm(life, shown, fresh, SubscriptionLife.Noon(The11th)).IsRefused);
    }

    [Fact]
    public void A_preview_can_be_confirmed_until_it_expires()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var shown = life.Preview(Shop.Business, The11th).Value;
        Assert.Equal(Duration.FromMinutes(30), shown.ValidUntil - shown.PreviewedAt);
        Assert.False(Confirm(life, shown, shown, shown.ValidUntil - Duration.Epsilon).IsRefused);
        Assert.Equal(new PreviewExpired(shown.ValidUntil), Confirm(life, shown, shown, shown.ValidUntil).Refusal);
    }

    [Fact]
    public void A_preview_of_another_subscription_is_not_confirmed()
    {
        var mine = SubscriptionLife.Buy(Shop.Essential, November);
        var theirs = SubscriptionLife.Buy(Shop.Essential, November).Preview(Shop.Business, The11th).Value;
        var refused = Confirm(mine, theirs, mine.Preview(Shop.Business, The11th).Value, SubscriptionLife.Noon(The11th));
        Assert.IsType<PreviewOutdated>(refused.Refusal);
    }

    [Fact]
    public void The_same_change_confirmed_twice_grants_its_hours_once()
    {
        var life = SubscriptionLife.Buy(Shop.Essential, November);
        var preview = life.Preview(Shop.Business, The11th).Value;
        var change = PlanChangeId.New(preview.PreviewedAt);
        life.Do(The11th, at => PlanChange.Confirm(preview, preview, life.Subscription, life.Ledger, Shop.Flunt, change, at).Value);
        life.Do(The11th, at => PlanChange.Confirm(preview, preview, life.Subscription, life.Ledger, Shop.Flunt, change, at).Value);
        Assert.Single(life.Entries, entry => entry.Kind == HourEntryKind.Upgrade);
    }

    [Fact]
    public void What_lapses_is_told_after_rollover()
    {
        var preview = SubscriptionLife.Buy(Shop.Essential, November).Use(100, The11th).Preview(Shop.Business, The11th).Value;
        Assert.Equal(900 - 270, preview.LapsingMinutes);
    }

    private static Result<Settlement> Confirm(SubscriptionLife life, ChangePreview shown, ChangePreview fresh, Instant now) =>
        PlanChange.Confirm(shown, fresh, life.Subscription, life.Ledger, Shop.Flunt, PlanChangeId.New(now), now);
}
