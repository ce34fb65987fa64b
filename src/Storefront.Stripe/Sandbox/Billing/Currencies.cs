using System.Collections.Frozen;
using System.Globalization;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>The currencies that can be charged, lower case as in the API, and how many decimals their amounts have.</summary>
internal static class Currencies
{
    private static readonly FrozenSet<string> s_zeroDecimal = FrozenSet.Create(
        StringComparer.Ordinal,
        "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf");

    private static readonly FrozenSet<string> s_others = FrozenSet.Create(
        StringComparer.Ordinal,
        "usd", "eur", "gbp", "ars", "aud", "bob", "brl", "cad", "chf", "cny", "cop", "crc", "czk", "dkk", "dop", "gtq",
        "hkd", "hnl", "huf", "ils", "inr", "mxn", "nio", "nok", "nzd", "pab", "pen", "pln", "ron", "sek", "sgd", "thb",
        "try", "twd", "uyu", "zar");

    public static bool IsSupported(string currency) => s_zeroDecimal.Contains(currency) || s_others.Contains(currency);

    public static int Decimals(string currency) => s_zeroDecimal.Contains(currency) ? 0 : 2;

    /// <summary>An amount for people: <c>300.000 CLP</c>, <c>19.99 USD</c>.</summary>
    public static string Format(long amount, string currency, CultureInfo culture)
    {
        var decimals = Decimals(currency);
        var value = amount / (decimals == 0 ? 1m : 100m);
        return value.ToString(decimals == 0 ? "N0" : "N2", culture) + " " + currency.ToUpperInvariant();
    }
}
