using System.Globalization;
using System.Resources;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>The words of the explorer's frame in the reader's language: English, Spanish or Portuguese. Descriptions are the schema's own.</summary>
internal static class ExplorerTexts
{
    /// <summary>Texts of this beginning are the script's.</summary>
    private const string ForScript = "Script.";

    private static readonly ResourceManager Resources = new(typeof(ExplorerTexts));

    public static string Get(string name) =>
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new ArgumentException($"There is no text {name}.", nameof(name));

    public static string Format(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>What the script says, by name without the prefix.</summary>
    public static IReadOnlyDictionary<string, string> OfScript()
    {
        var all = Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        return all.Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(name => name.StartsWith(ForScript, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(name => name[ForScript.Length..], Get, StringComparer.Ordinal);
    }
}
