using System.Text.RegularExpressions;

namespace Storefront.Features.Templates;

/// <summary>A text with variables in braces.</summary>
public static partial class TemplateText
{
    /// <summary>What a text may name.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["name", "account", "ticket", "hours", "staff"];

    /// <summary>The text with what its variables stand for; what stands for nothing stays as it is. What is filled in is not looked at again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, found => values.TryGetValue(found.Groups[1].Value, out var value) ? value : found.Value);

    [GeneratedRegex(@"\{([a-z]{1,20})\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
