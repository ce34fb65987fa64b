using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses.Reading;

/// <summary>What commission earns (FEN-02).</summary>
internal static class LoyaltySection
{
    public static LoyaltyPolicy Read(ObjectReader reader)
    {
        var code = reader.Text("currency");
        reader.Refers("currency", "currency");
        var currency = reader.Reading.Currencies.FirstOrDefault(known => known.Code == code);
        var months = reader.Integer("months", 1, 24);
        var levels = reader.List("levels", "loyaltyLevel", level => ReadLevel(level, currency));
        reader.Unique("levels", "plan");
        for (var index = 1; index < levels.Length; index++)
        {
            if (levels[index - 1].From is { } lower && levels[index].From is { } higher && higher <= lower)
            {
                reader.ProblemAt("levels", index, "Levels rise: this one begins no higher than the one before it.", "from");
            }
        }

        return reader.Build(() => new LoyaltyPolicy(
            months, [.. levels.Select(level => new LoyaltyLevel(level.Plan, level.From!.Value, level.Inclusive))]));
    }

    private static (string Plan, Money? From, bool Inclusive) ReadLevel(ObjectReader reader, Currency? currency)
    {
        var plan = reader.Key("plan");
        reader.Refers("plan", "plan");
        return (plan, reader.Amount("from", currency), reader.OptionalFlag("inclusive") ?? true);
    }
}
