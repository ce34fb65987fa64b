using System.Text.Json.Nodes;
using Storefront.Domain.Houses;

namespace Storefront.Tests.Domain.Houses;

public class HandbookVersionTests
{
    private static readonly Handbook Flunt = HandbookLoader.Load(HandbookJson.Text).Value;

    [Fact]
    public void COM_04_A_version_is_named_by_the_SHA_256_of_its_content()
    {
        Assert.Matches("^[0-9a-f]{64}$", Flunt.Version.Hash);
        Assert.Equal(HandbookLoader.SchemaVersion, Flunt.Version.SchemaVersion);
    }

    [Fact]
    public void COM_04_Layout_order_of_properties_and_the_editors_schema_do_not_make_another_version()
    {
        var turned = HandbookJson.Load(json =>
        {
            json.Remove("$schema");
            foreach (var (name, value) in json.Reverse().ToList())
            {
                json.Remove(name);
                json[name] = value;
            }
        });
        Assert.Equal(Flunt.Version, turned.Value.Version);
        Assert.Equal(Flunt.Version, HandbookLoader.Load(HandbookJson.Text.Replace("\"ratePercent\": 19,", "\"ratePercent\": 19.00,", StringComparison.Ordinal)).Value.Version);
    }

    [Theory]
    [InlineData("plans/0/prices/0", "month", "300001")]
    [InlineData("texts/footer", "en", "Made in Chile.")]
    public void COM_04_Any_change_of_content_makes_another_version(string path, string name, string value)
    {
        Assert.NotEqual(Flunt.Version.Hash, HandbookJson.Load(json => json.At(path)[name] = value).Value.Version.Hash);
    }

    [Fact]
    public void COM_04_The_order_of_a_list_is_content()
    {
        var swapped = HandbookJson.Load(json =>
        {
            var platforms = json.At("platforms").AsArray();
            var first = platforms[0];
            platforms.RemoveAt(0);
            platforms.Add(first);
        });
        Assert.NotEqual(Flunt.Version.Hash, swapped.Value.Version.Hash);
    }

    [Fact]
    public void COM_04_The_text_that_a_version_is_kept_as_gives_the_same_version_again()
    {
        var again = HandbookLoader.Load(Flunt.CanonicalJson).Value;
        Assert.Equal(Flunt.Version, again.Version);
        Assert.Equal(Flunt.CanonicalJson, again.CanonicalJson);
        Assert.Equal(Flunt.Plans.Find("growth")!.Prices.AsEnumerable(), again.Plans.Find("growth")!.Prices);
    }

    [Fact]
    public void COM_04_What_was_sold_under_an_earlier_version_keeps_its_price()
    {
        var later = HandbookJson.Load(json => json.At("plans/0/prices/0")["month"] = "350000").Value;
        var sold = HandbookLoader.Load(Flunt.CanonicalJson).Value;
        Assert.Equal(350_000, later.Plans.Find("essential")!.Prices[0].Amount.MinorUnits);
        Assert.Equal(300_000, sold.Plans.Find("essential")!.Prices[0].Amount.MinorUnits);
    }

    [Fact]
    public void An_unknown_house_is_refused_naming_the_ones_there_are()
    {
        var refusal = Assert.IsType<UnknownHouse>(HandbookCatalogue.Load("fluent").Refusal);
        Assert.Contains("flunt", refusal.Known);
        Assert.Equal($"There is no house 'fluent'. Known houses: {string.Join(", ", HandbookCatalogue.Keys)}.", refusal.ToString());
    }

    [Fact]
    public void Every_handbook_that_comes_with_the_program_has_no_fault_and_its_own_key()
    {
        Assert.NotEmpty(HandbookCatalogue.Keys);
        Assert.DoesNotContain("handbook.schema", HandbookCatalogue.Keys);
        Assert.All(HandbookCatalogue.Keys, key => Assert.Equal(key, HandbookCatalogue.Load(key).Value.House.Key));
    }

    [Fact]
    public void A_handbook_tells_its_problems_a_line_each()
    {
        var refusal = HandbookJson.Load(json =>
        {
            json["zone"] = "Mars";
            json["colour"] = new JsonArray();
        }).Refusal;
        Assert.Equal(2, Assert.IsType<FaultyHandbook>(refusal).ToString().Split('\n').Length);
    }
}
