using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses.Reading;

/// <content>Single values.</content>
internal sealed partial class ObjectReader
{
    public string Text(string name) => ReadText(name, required: true) ?? "";

    public string? OptionalText(string name) => ReadText(name, required: false);

    /// <summary>A name for programs: letters, digits, dashes, underscores and full stops, at most 40.</summary>
    public string Key(string name) => Matching(name, "key", required: true, KeyPattern(), "letters, digits, '-', '_' and '.', at most 40") ?? "";

    public string? OptionalKey(string name) => Matching(name, "key", required: false, KeyPattern(), "letters, digits, '-', '_' and '.', at most 40");

    public string Email(string name) => Matching(name, "email", required: true, EmailPattern(), "an e-mail address") ?? "";

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both inclusive.</summary>
    public int Integer(string name, int least, int most) => (int)(ReadInteger(name, required: true, least, most) ?? least);

    public int? OptionalInteger(string name, int least, int most) => (int?)ReadInteger(name, required: false, least, most);

    public long Long(string name, long least, long most) => ReadInteger(name, required: true, least, most) ?? least;

    /// <summary>Whole percents, 0 to 100.</summary>
    public int Percent(string name) => Integer(name, 0, 100);

    /// <summary>A percentage of at most two decimals, 0 to 100, in hundredths of a percent.</summary>
    public int BasisPoints(string name)
    {
        var asked = new ShapeProperty(true, "number") { Minimum = 0, Maximum = 100 };
        if (Take(name, asked, JsonValueKind.Number) is not { } value)
        {
            return 0;
        }

        if (!decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            || percent is < 0 or > 100 || decimal.Truncate(percent * 100) != percent * 100)
        {
            Problem(name, $"'{name}' must be a percentage from 0 to 100 with at most two decimals, not {value.Text}.");
            return 0;
        }

        return Sound(name, (int)(percent * 100));
    }

    public bool Flag(string name) => ReadFlag(name, required: true) ?? false;

    public bool? OptionalFlag(string name) => ReadFlag(name, required: false);

    public LocalTime Time(string name) => Parsed(name, "time", LocalTimePattern.HourMinuteIso, "a time such as 09:30");

    public LocalDate Date(string name) => Parsed(name, "date", LocalDatePattern.Iso, "a date such as 2026-09-18");

    /// <summary>A colour of six hexadecimal digits.</summary>
    public Colour Colour(string name)
    {
        if (Take(name, new ShapeProperty(true, "colour"), JsonValueKind.String) is not { } value)
        {
            return default;
        }

        if (!Houses.Colour.TryParse(value.Text, out var colour))
        {
            Problem(name, $"'{name}' must be a colour such as '#3f37c9', not '{value.Text}'.");
            return default;
        }

        return Sound(name, colour);
    }

    /// <summary>An absolute http or https address.</summary>
    public Uri? OptionalAddress(string name)
    {
        if (Take(name, new ShapeProperty(false, "address"), JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (!Uri.TryCreate(value.Text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            Problem(name, $"'{name}' must be an address that begins with https:// or http://, not '{value.Text}'.");
            return null;
        }

        return Sound(name, address);
    }

    /// <summary>An exact decimal, as text, of 0 or more in that currency; null when it is absent or the currency is not known.</summary>
    public Money? OptionalAmount(string name, Currency? currency) => ReadAmount(name, required: false, currency);

    /// <summary>The same, which has to be there; null when it is not, which was told.</summary>
    public Money? Amount(string name, Currency? currency) => ReadAmount(name, required: true, currency);

    private Money? ReadAmount(string name, bool required, Currency? currency)
    {
        if (Take(name, new ShapeProperty(required, "amount"), JsonValueKind.String) is not { } value || currency is null)
        {
            return null;
        }

        if (!Money.TryParseDecimal(value.Text, currency, out var amount) || amount.IsNegative)
        {
            Problem(name, $"'{name}' must be an amount of {currency.Code}, which has {currency.MinorUnitDigits} decimals, of 0 or more, not '{value.Text}'.");
            return null;
        }

        return Sound(name, amount);
    }

    private string? ReadText(string name, bool required)
    {
        if (Take(name, new ShapeProperty(required, "text"), JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value.Text))
        {
            Problem(name, $"'{name}' must say something.");
            return null;
        }

        return Sound(name, value.Text);
    }

    private string? Matching(string name, string type, bool required, Regex pattern, string expected)
    {
        if (Take(name, new ShapeProperty(required, type), JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (!pattern.IsMatch(value.Text))
        {
            Problem(name, $"'{name}' must be {expected}, not '{value.Text}'.");
            return null;
        }

        return Sound(name, value.Text);
    }

    private long? ReadInteger(string name, bool required, long least, long most)
    {
        var asked = new ShapeProperty(required, "integer") { Minimum = least, Maximum = most };
        if (Take(name, asked, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (!long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Problem(name, $"'{name}' must be a whole number from {Number(least)} to {Number(most)}, not {value.Text}.");
            return null;
        }

        return Sound(name, number);
    }

    private bool? ReadFlag(string name, bool required) =>
        Take(name, new ShapeProperty(required, "boolean"), JsonValueKind.True, JsonValueKind.False) is { } value
            ? Sound(name, value.Kind == JsonValueKind.True)
            : null;

    private T Parsed<T>(string name, string type, IPattern<T> pattern, string expected)
        where T : struct
    {
        if (Take(name, new ShapeProperty(true, type), JsonValueKind.String) is not { } value)
        {
            return default;
        }

        var parsed = pattern.Parse(value.Text);
        if (!parsed.Success)
        {
            Problem(name, $"'{name}' must be {expected}, not '{value.Text}'.");
            return default;
        }

        return Sound(name, parsed.Value);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
    private static partial Regex EmailPattern();
}
