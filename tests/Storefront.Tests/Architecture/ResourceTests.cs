using System.Text.RegularExpressions;
using System.Xml.Linq;
using Storefront.Tests.Support;

namespace Storefront.Tests.Architecture;

/// <summary>Every text is there in every language, with the same places for what is put into it.</summary>
public sealed partial class ResourceTests
{
    private static readonly string[] Languages = ["es", "pt"];

    /// <summary>The English files; the others stand beside them.</summary>
    public static TheoryData<string> Resources =>
        [.. SourceTests.Files("src/Storefront", "*.resx").Where(file => Path.GetFileName(file).Split('.').Length == 2)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_three_languages_have_the_same_texts(string file)
    {
        var english = Read(file).Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var language in Languages)
        {
            Assert.Equal(english, Read(Translated(file, language)).Keys.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_three_languages_have_the_same_placeholders(string file)
    {
        var english = Read(file);
        foreach (var language in Languages)
        {
            var other = Read(Translated(file, language));
            Assert.DoesNotContain(english.Keys, key => !Placeholders(english[key]).SequenceEqual(Placeholders(other.GetValueOrDefault(key, ""))));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void No_text_is_empty_and_plurals_have_both_forms(string file)
    {
        foreach (var texts in Languages.Select(language => Read(Translated(file, language))).Append(Read(file)))
        {
            Assert.Empty(texts.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));
            Assert.DoesNotContain(texts.Keys, key => key.EndsWith(".one", StringComparison.Ordinal) && !texts.ContainsKey($"{key[..^4]}.other"));
            Assert.DoesNotContain(texts.Keys, key => key.EndsWith(".other", StringComparison.Ordinal) && !texts.ContainsKey($"{key[..^6]}.one"));
        }
    }

    private static string Translated(string file, string language) => $"{file[..^".resx".Length]}.{language}.resx";

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Root!
        .Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9a-z]+\}")]
    private static partial Regex Placeholder();
}
