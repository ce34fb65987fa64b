using System.Collections;
using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Shows values inside messages.</summary>
internal static class ValuePrinter
{
    private const int LongestShown = 200;

    /// <summary>A literal as it would be written in a document.</summary>
    public static string Print(ValueNode node) => Shorten(SyntaxPrinter.Print(node));

    /// <summary>A variable's value.</summary>
    public static string Inspect(JsonElement json) => Shorten(json.ValueKind switch
    {
        JsonValueKind.String => SyntaxPrinter.PrintString(json.GetString()!),
        JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Take(11).Select(Inspect))}]",
        JsonValueKind.Object => json.EnumerateObject().Any()
            ? $"{{ {string.Join(", ", json.EnumerateObject().Take(11).Select(property => $"{property.Name}: {Inspect(property.Value)}"))} }}"
            : "{}",
        JsonValueKind.Undefined => "undefined",
        _ => json.GetRawText(),
    });

    /// <summary>A resolver's value.</summary>
    public static string Inspect(object? value) => Shorten(value switch
    {
        null => "null",
        string text => SyntaxPrinter.PrintString(text),
        bool truth => truth ? "true" : "false",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        IDictionary map => map.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Keys.Cast<object>().Take(11).Select(key => $"{key}: {Inspect(map[key])}"))} }}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Take(11).Select(Inspect))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    });

    private static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
