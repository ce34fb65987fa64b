using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Shared;

public class ResultTests
{
    [Fact]
    public void A_value_and_a_refusal_convert_and_are_told_apart()
    {
        Result<int> value = 7;
        Result<int> refused = new NotFound("ticket");

        Assert.False(value.IsRefused);
        Assert.Equal(7, value.Value);
        Assert.Equal("NOT_FOUND", refused.Refusal?.Code);
        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }

    [Fact]
    public void Steps_follow_each_other_until_one_refuses()
    {
        Result<int> value = 7;
        Assert.Equal("7!", value.Map(number => $"{number}!").Value);

        var refused = value.Then<int>(_ => new NotFound("plan")).Map(number => number + 1);
        Assert.Equal(new NotFound("plan"), refused.Refusal);
        Assert.Equal("plan", refused.Match(_ => "", refusal => ((NotFound)refusal).What));
    }

    [Fact]
    public void Ids_carry_the_instant_they_were_made_at_and_no_two_are_alike()
    {
        var now = Instant.FromUtc(2026, 11, 22, 12, 0);
        var first = TicketId.New(now);
        Assert.Equal(7, first.Value.Version);
        Assert.NotEqual(first, TicketId.New(now));
        Assert.Equal(first, TicketId.From(Guid.Parse(first.ToString())));
    }
}
