using System.Collections.Immutable;
using System.Globalization;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What is bought once, and how it is paid.</summary>
internal static class PackagesSection
{
    private const int Whole = 100;

    public static ImmutableArray<Package> Read(ObjectReader document, BillingPolicy billing, HouseTax tax)
    {
        var packages = document.OptionalList("packages", "package", reader => ReadPackage(reader, tax?.Rate ?? default), least: 1);
        document.Unique("packages", "key");
        if (document.Has("packages") && document.Ok("billing") && !billing.Intervals.Contains(BillingInterval.Once))
        {
            document.Problem("packages", "'billing.intervals' has no ONCE, so nothing is sold once.");
        }

        return packages;
    }

    private static Package ReadPackage(ObjectReader reader, TaxRate tax)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var platform = reader.OptionalKey("platform");
        reader.Refers("platform", "platform");
        var days = reader.Integer("deliveryBusinessDays", 1, 365);
        var project = reader.Key("project");
        reader.Refers("project", "project");
        var kind = reader.Key("kind");
        reader.Refers("kind", "kind");
        var items = reader.List("items", "packageItem", item => new PackageItem(item.Key("key"), item.Localized("name")));
        reader.Unique("items", "key");
        var designs = reader.OptionalList("designs", "packageDesign", design => new PackageDesign(design.Key("key"), design.Localized("name")));
        reader.Unique("designs", "key");
        var parts = reader.OptionalList("parts", "packagePart", ReadPart, least: 2);
        reader.Unique("parts", "key");
        if (reader.Ok("parts") && parts.Sum(part => part.Percent) is var sum && sum != Whole)
        {
            reader.Problem("parts", string.Create(CultureInfo.InvariantCulture, $"The parts come to {sum} percent of the price, not to {Whole}."));
        }

        var prices = reader.List("prices", "packagePrice", price => ReadPrice(price, tax));
        reader.Unique("prices", "currency");
        if (reader.Ok("prices"))
        {
            foreach (var missing in reader.Reading.Currencies.Where(currency => prices.All(price => price?.Amount.Currency != currency)))
            {
                reader.Problem("prices", $"There is no price in {missing.Code}, which the house declares.");
            }
        }

        return new Package(
            key,
            name,
            description,
            platform,
            days,
            project,
            kind,
            items,
            designs,
            parts,
            [.. reader.Reading.Currencies.SelectMany(currency => prices.Where(price => price?.Amount.Currency == currency)).OfType<PlanPrice>()]);
    }

    private static PackagePart ReadPart(ObjectReader reader) => new(
        reader.Key("key"), reader.Localized("name"), reader.Integer("percent", 1, Whole - 1), reader.Choice<PartDue>("due"));

    private static PlanPrice? ReadPrice(ObjectReader reader, TaxRate tax)
    {
        var code = reader.Text("currency");
        reader.Refers("currency", "currency");
        var currency = reader.Reading.Currencies.FirstOrDefault(known => known.Code == code);
        return reader.Amount("amount", currency) is { } amount ? PlanPrice.Once(amount, tax) : null;
    }
}
