using System.Text.Json;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses.Reading;

/// <content>Texts in the languages of the house.</content>
internal sealed partial class ObjectReader
{
    /// <summary>A text in every language that the house declares.</summary>
    public LocalizedText Localized(string name) => ReadLocalized(name, required: true) ?? new(("en", ""));

    public LocalizedText? OptionalLocalized(string name) => ReadLocalized(name, required: false);

    private LocalizedText? ReadLocalized(string name, bool required)
    {
        if (Take(name, new ShapeProperty(required, "localizedText"), JsonValueKind.Object) is not { } value)
        {
            return null;
        }

        var before = reading.Problems.Count;
        foreach (var property in value.Properties)
        {
            if (!reading.Languages.Contains(property.Name) && reading.Declared("language") is not null)
            {
                reading.Add(property.Place, $"'{property.Name}' is not a language of this house. There are: {string.Join(", ", reading.Languages)}.");
            }

            if (property.Value.Kind != JsonValueKind.String || string.IsNullOrWhiteSpace(property.Value.Text))
            {
                reading.Add(property.Value.Place, $"The text in '{property.Name}' must be a text that says something.");
            }
        }

        foreach (var language in reading.Languages.Where(language => value[language] is null))
        {
            reading.Problems.Add(value.Place.Below(language).Problem($"'{name}' has no text in '{language}'."));
        }

        return reading.Problems.Count > before || reading.Languages.IsEmpty
            ? null
            : Sound(name, new LocalizedText(reading.Languages.Select(language => KeyValuePair.Create(language, value[language]!.Text))));
    }
}
