using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Storefront.GraphQL.AspNetCore.Explorer;

namespace Storefront.GraphQL.Tests.Explorer;

public sealed partial class ExplorerTextsTests
{
    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    public void Every_text_is_there_in_every_language_with_the_same_values_in_it(string language)
    {
        var resources = new ResourceManager(typeof(ExplorerTexts));
        var english = Read(resources, CultureInfo.InvariantCulture);
        var other = Read(resources, CultureInfo.GetCultureInfo(language));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Holes(text.Value), Holes(other[text.Key])));
    }

    private static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
