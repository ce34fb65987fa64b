using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Storefront.Domain.Shared;

/// <summary>
/// A currency of ISO 4217: its code and how many digits its minor unit has (CLP 0, BRL 2, KWD 3).
/// There is one instance a currency; only currencies of the table exist.
/// </summary>
public sealed class Currency : IEquatable<Currency>
{
    private static readonly FrozenDictionary<string, Currency> Table = BuildTable();

    private Currency(string code, int minorUnitDigits)
    {
        Code = code;
        MinorUnitDigits = minorUnitDigits;
        MinorUnitsPerUnit = 1;
        for (var digit = 0; digit < minorUnitDigits; digit++)
        {
            MinorUnitsPerUnit *= 10;
        }
    }

    /// <summary>Chilean peso, without decimals.</summary>
    public static Currency Clp { get; } = Parse("CLP");

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>Brazilian real.</summary>
    public static Currency Brl { get; } = Parse("BRL");

    /// <summary>Uruguayan peso.</summary>
    public static Currency Uyu { get; } = Parse("UYU");

    /// <summary>Colombian peso.</summary>
    public static Currency Cop { get; } = Parse("COP");

    /// <summary>Every currency that is known, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. Table.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>The three capital letters of ISO 4217.</summary>
    public string Code { get; }

    /// <summary>Decimal digits of an amount in this currency, 0 to 3.</summary>
    public int MinorUnitDigits { get; }

    /// <summary>Minor units in one unit: 1, 10, 100 or 1000.</summary>
    public long MinorUnitsPerUnit { get; }

    /// <summary>The currency of that code, capital letters only.</summary>
    /// <exception cref="FormatException">The code is not in the table.</exception>
    public static Currency Parse(string code) => TryParse(code, out var currency)
        ? currency
        : throw new FormatException($"'{code}' is not a currency code of ISO 4217 that is known here.");

    /// <summary>Finds the currency of that code, capital letters only; false when it is unknown.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && Table.TryGetValue(code, out currency);
    }

    public bool Equals(Currency? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;

    private static FrozenDictionary<string, Currency> BuildTable()
    {
        string[] withoutDecimals = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
        string[] withTwo =
        [
            "AED", "ARS", "AUD", "BGN", "BOB", "BRL", "CAD", "CHF", "CNY", "COP", "CRC", "CZK", "DKK", "DOP", "EGP", "EUR", "GBP",
            "GTQ", "HKD", "HNL", "HUF", "IDR", "ILS", "INR", "JMD", "MAD", "MXN", "MYR", "NGN", "NIO", "NOK", "NZD", "PAB", "PEN",
            "PHP", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TTD", "TWD", "UAH", "USD", "UYU", "VES", "ZAR",
        ];
        string[] withThree = ["BHD", "JOD", "KWD", "OMR", "TND"];

        return withoutDecimals.Select(code => new Currency(code, 0))
            .Concat(withTwo.Select(code => new Currency(code, 2)))
            .Concat(withThree.Select(code => new Currency(code, 3)))
            .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);
    }
}
