using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>FEN-07 and FEN-11 before anything is sent, on Fenicio's own handbook.</summary>
public class OnCallOutlookTests
{
    [Theory]
    [InlineData(15, "no-access", OnCallOutlook.CountsMoreIfReclassified)]
    [InlineData(16, "no-access", OnCallOutlook.None)]
    [InlineData(15, "third-party", OnCallOutlook.None)]
    [InlineData(15, "question", OnCallOutlook.None)]
    public void FEN_07_FEN_11_Outside_business_hours_only_level_1_is_seen_to_and_counts_double_if_it_proves_another(int day, string kind, OnCallOutlook expected)
    {
        var house = Loaded.Fenicio;
        var noon = new LocalDateTime(2026, 11, day, 12, 0).InZoneStrictly(house.Zone).ToInstant();
        Assert.Equal(expected, Outlook(house, kind, noon));
        Assert.Equal(200, house.Hours.OnCallPercent);
    }

    [Fact]
    public void FEN_11_A_class_that_costs_hours_and_is_seen_to_on_call_counts_more_at_once()
    {
        var house = Loaded.Fenicio;
        var sunday = new LocalDateTime(2026, 11, 15, 12, 0).InZoneStrictly(house.Zone).ToInstant();
        var costly = house.Tickets.FindClass("N3")! with { OnCall = true };
        Assert.Equal(
            OnCallOutlook.CountsMore, OnCallOutlooks.Of(costly, house.Tickets.FindKind("third-party")!, house.Tickets, house.Hours, house.Calendar, sunday));
    }

    private static OnCallOutlook Outlook(Handbook house, string kind, Instant now) => OnCallOutlooks.Of(
        ClassProposal.Propose(house.Tickets, kind, null, null).Value, house.Tickets.FindKind(kind)!, house.Tickets, house.Hours, house.Calendar, now);
}
