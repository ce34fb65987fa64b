using System.Collections;
using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Shows values inside messages.</summary>
internal static class ValuePrinter
{
    private const int LongestShown = 200;
    private const int MostShown = 10;
    private const int DeepestShown = 2;

    /// <summary>A literal as it would be written in a document.</summary>
    public static string Print(ValueNode node) => Shorten(SyntaxPrinter.Print(node));

    /// <summary>A variable's value, without what is further inside than two levels or behind ten items.</summary>
    public static string Inspect(JsonElement json) => Inspect(json, 0);

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

    private static string Inspect(JsonElement json, int level) => Shorten(json.ValueKind switch
    {
        JsonValueKind.String => SyntaxPrinter.PrintString(json.GetString()!),
        JsonValueKind.Array when json.GetArrayLength() == 0 => "[]",
        JsonValueKind.Array when level == DeepestShown => "[Array]",
        JsonValueKind.Array => $"[{string.Join(", ", [.. json.EnumerateArray().Take(MostShown).Select(item => Inspect(item, level + 1)), .. More(json.GetArrayLength())])}]",
        JsonValueKind.Object when !json.EnumerateObject().Any() => "{}",
        JsonValueKind.Object when level == DeepestShown => "[Object]",
        JsonValueKind.Object => $"{{ {string.Join(", ", json.EnumerateObject().Take(LongestShown).Select(property => $"{property.Name}: {Inspect(property.Value, level + 1)}"))} }}",
        JsonValueKind.Undefined => "undefined",
        _ => json.GetRawText(),
    });

    private static string[] More(int count) => (count - MostShown) switch
    {
        <= 0 => [],
        1 => ["... 1 more item"],
        var rest => [string.Create(CultureInfo.InvariantCulture, $"... {rest} more items")],
    };

    private static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
