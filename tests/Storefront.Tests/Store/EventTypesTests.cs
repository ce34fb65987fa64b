using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class EventTypesTests
{
    private static readonly EventTypes Types = new(typeof(StorefrontDb).Assembly, typeof(EventTypesTests).Assembly);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var ticket = new SampleTicketHappened(TicketId.New(TestStore.Start), 7);
        var (name, version, data) = Types.Write(ticket);

        Assert.Equal(("sample.ticket", 1), (name, version));
        Assert.Equal(ticket, Types.Read(name, version, data));
    }

    [Theory]
    [InlineData(1, """{"amount":2}""")]
    [InlineData(2, """{"hours":2}""")]
    public void Older_versions_are_brought_up_to_date(int version, string data) =>
        Assert.Equal(new SampleGrown(120, "unknown"), Types.Read("sample.grown", version, data));

    [Theory]
    [InlineData("sample.grown", 4)]
    [InlineData("sample.unheard", 1)]
    public void What_a_newer_program_wrote_is_not_guessed_at(string type, int version) =>
        Assert.Throws<InvalidOperationException>(() => Types.Read(type, version, "{}"));

    [Fact]
    public void An_event_whose_data_lacks_something_is_not_read_as_if_it_were_zero() =>
        Assert.ThrowsAny<Exception>(() => Types.Read("sample.happened", 1, "{}"));

    [Fact]
    public void Every_version_of_every_event_has_a_stored_sample_that_can_be_read()
    {
        var product = new EventTypes(typeof(StorefrontDb).Assembly);
        foreach (var (name, current) in product.Current)
        {
            for (var version = 1; version <= current; version++)
            {
                var sample = Path.Combine(SharedMaterial.RepositoryRoot, "tests/Storefront.Tests/Store/EventSamples", $"{name}.v{version}.json");
                Assert.True(File.Exists(sample), $"{sample} is missing: store what {name} looks like in version {version}, and never change it again.");
                Assert.NotNull(product.Read(name, version, File.ReadAllText(sample)));
            }
        }
    }

    [Fact]
    public void Rows_of_json_keep_money_and_dates_exactly()
    {
        var price = (new Money(9007199254740993, Currency.Clp), BillingInterval.Year, new NodaTime.LocalDate(2026, 11, 2), TestStore.Start);
        var json = System.Text.Json.JsonSerializer.Serialize(new Kept(price.Item1, price.Item2, price.Item3, price.Item4), StoreJson.Options);

        Assert.Equal("""{"price":{"minorUnits":9007199254740993,"currency":"CLP"},"interval":"Year","day":"2026-11-02","at":"2026-11-02T12:00:00Z"}""", Compact(json));
        Assert.Equal(price.Item1, System.Text.Json.JsonSerializer.Deserialize<Kept>(json, StoreJson.Options)!.Price);
    }

    private static string Compact(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        foreach (var derived in new[] { "isZero", "isNegative", "isPositive" })
        {
            node["price"]!.AsObject().Remove(derived);
        }

        return node.ToJsonString();
    }

    private sealed record Kept(Money Price, BillingInterval Interval, NodaTime.LocalDate Day, NodaTime.Instant At);
}
