using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Plans.Rates;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What an hour costs, by season (ALF-02).</summary>
internal static class RateCardSection
{
    public static RateCardPolicy Read(ObjectReader reader)
    {
        var code = reader.Text("currency");
        reader.Refers("currency", "currency");
        var currency = reader.Reading.Currencies.FirstOrDefault(known => known.Code == code);
        var rate = reader.Amount("base", currency);
        if (rate is { IsZero: true })
        {
            reader.Problem("base", "The rate of an hour is more than 0.");
        }

        var from = reader.OptionalAmount("usuallyFrom", currency);
        var to = reader.OptionalAmount("usuallyTo", currency);
        if (reader.Has("usuallyFrom") != reader.Has("usuallyTo") || from > to)
        {
            reader.Problem("usuallyFrom", "A published range has both ends, 'usuallyFrom' not above 'usuallyTo'.");
        }

        var seasons = reader.OptionalList("seasons", "rateSeason", ReadSeason);
        reader.Unique("seasons", "key");
        if (rate is { } hourly && new RateCard(hourly, seasons).Overlap() is { } overlap)
        {
            reader.ProblemAt("seasons", seasons.IndexOf(overlap.Second), $"This season shares days with '{overlap.First.Key}'.", "from");
        }

        return reader.Build(() => new RateCardPolicy(new RateCard(rate!.Value, seasons), from, to));
    }

    private static RateSeason ReadSeason(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var from = ReadDay(reader, "from");
        var through = ReadDay(reader, "through");
        return new RateSeason(key, name, from, through, reader.Integer("percent", 1, 1000));
    }

    private static AnnualDate ReadDay(ObjectReader reader, string name)
    {
        var text = reader.Text(name);
        if (AnnualDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return day.Value;
        }

        if (reader.Ok(name))
        {
            reader.Problem(name, $"'{name}' must be a day of the year such as 03-31, not '{text}'.");
        }

        return new AnnualDate(1, 1);
    }
}
