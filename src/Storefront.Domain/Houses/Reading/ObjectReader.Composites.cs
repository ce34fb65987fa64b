using System.Collections.Immutable;
using System.Text.Json;

namespace Storefront.Domain.Houses.Reading;

/// <content>Objects, lists and references.</content>
internal sealed partial class ObjectReader
{
    public T Object<T>(string name, string type, Func<ObjectReader, T> read) =>
        ReadObject(name, type, required: true, read);

    /// <summary>The object, or null when it is absent.</summary>
    public T? OptionalObject<T>(string name, string type, Func<ObjectReader, T> read)
        where T : class =>
        node?[name] is null ? Absent<T>(name, type) : ReadObject(name, type, required: false, read);

    /// <summary>A list of objects, with at least <paramref name="least"/> of them.</summary>
    public ImmutableArray<T> List<T>(string name, string type, Func<ObjectReader, T> read, int least = 1) =>
        ReadItems(name, required: true, $"{type}[]", least, item => reading.Object(item, type, read));

    /// <summary>A list of objects that may be left out, otherwise with at least <paramref name="least"/> of them.</summary>
    public ImmutableArray<T> OptionalList<T>(string name, string type, Func<ObjectReader, T> read, int least = 0) =>
        ReadItems(name, required: false, $"{type}[]", least, item => reading.Object(item, type, read));

    /// <summary>A list of texts, none of them twice.</summary>
    public ImmutableArray<string> Texts(string name, int least = 1) => ReadTexts(name, required: true, least);

    public ImmutableArray<string> OptionalTexts(string name) => ReadTexts(name, required: false, 0);

    /// <summary>A list of an enum's members, none of them twice.</summary>
    public ImmutableArray<TEnum> ChoiceList<TEnum>(string name, int least = 1)
        where TEnum : struct, Enum => ReadChoices<TEnum>(name, required: true, least);

    public ImmutableArray<TEnum> OptionalChoiceList<TEnum>(string name)
        where TEnum : struct, Enum => ReadChoices<TEnum>(name, required: false, least: 0);

    /// <summary>Tells of every item of the list whose property has the value of an earlier one's.</summary>
    public void Unique(string list, string property) => RefuseRepeated(list, item => item[property]);

    /// <summary>Remembers what the items of a list are called, for <see cref="Refers"/>; when a name is at fault, references are not judged.</summary>
    public void Declare(string what, string list, string property = "key")
    {
        List<string> names = [];
        var complete = Ok(list) || node?[list] is { Kind: JsonValueKind.Array };
        foreach (var item in node?[list]?.Items ?? [])
        {
            var name = item.Kind == JsonValueKind.Object ? item[property] : item;
            complete &= name is { Kind: JsonValueKind.String };
            names.Add(name?.Text ?? "");
        }

        reading.Declare(what, names, complete);
    }

    /// <summary>Tells when the property (or an item of it, where it is a list of texts) names something that was not declared.</summary>
    public void Refers(string name, string what)
    {
        if (node?[name] is not { } value || reading.Declared(what) is not { } declared)
        {
            return;
        }

        foreach (var reference in value.Kind == JsonValueKind.Array ? value.Items : [value])
        {
            if (reference.Kind == JsonValueKind.String && !declared.Contains(reference.Text))
            {
                reading.Add(reference.Place, $"There is no {what} '{reference.Text}'. There are: {string.Join(", ", declared)}.");
            }
        }
    }

    /// <summary>Adds a problem at an item of a list, or at a property of that item.</summary>
    public void ProblemAt(string list, int index, string message, string? property = null)
    {
        var item = node![list]!.Items[index];
        reading.Add((property is null ? null : item[property])?.Place ?? item.Place, message);
    }

    /// <summary>Adds a problem for every object of a list (or of a list within each) that lacks a property which something else asks for.</summary>
    public void RequireInside(string list, string? inner, string property, string message)
    {
        var items = node?[list]?.Items ?? [];
        foreach (var item in inner is null ? items : items.SelectMany(item => item[inner]?.Items ?? []))
        {
            if (item.Kind == JsonValueKind.Object && item[property] is null)
            {
                reading.Add(item.Place, message);
            }
        }
    }

    /// <summary>The line of an item of a list that was read.</summary>
    public int LineOf(string list, int index) => node![list]!.Items[index].Place.Line;

    private T ReadObject<T>(string name, string type, bool required, Func<ObjectReader, T> read)
    {
        var before = reading.Problems.Count;
        var value = reading.Object(Take(name, new ShapeProperty(required, type), JsonValueKind.Object), type, read);
        return reading.Problems.Count > before ? value : Sound(name, value);
    }

    private T? Absent<T>(string name, string type)
        where T : class
    {
        known.Add(name);
        reading.Note(shape, name, new ShapeProperty(false, type));
        return null;
    }

    private ImmutableArray<string> ReadTexts(string name, bool required, int least)
    {
        var items = ReadItems(name, required, "text[]", least, item =>
        {
            if (item.Kind != JsonValueKind.String || string.IsNullOrWhiteSpace(item.Text))
            {
                reading.Add(item.Place, $"'{name}' is a list of texts that say something.");
            }

            return item.Text;
        });
        RefuseRepeated(name, item => item);
        return items;
    }

    private ImmutableArray<TEnum> ReadChoices<TEnum>(string name, bool required, int least)
        where TEnum : struct, Enum
    {
        var items = ReadItems(name, required, "choice[]", least, item => ReadChoiceItem<TEnum>(name, item), Choices<TEnum>());
        RefuseRepeated(name, item => item);
        return items;
    }

    private TEnum ReadChoiceItem<TEnum>(string name, LocatedJson item)
        where TEnum : struct, Enum
    {
        TryChoice<TEnum>(item, $"Each of '{name}'", out var choice);
        return choice;
    }

    private ImmutableArray<T> ReadItems<T>(
        string name, bool required, string type, int least, Func<LocatedJson, T> read, IReadOnlyList<string>? choices = null)
    {
        var before = reading.Problems.Count;
        var asked = new ShapeProperty(required, type) { Minimum = least == 0 ? null : least, Choices = choices ?? [] };
        if (Take(name, asked, JsonValueKind.Array) is not { } list)
        {
            return [];
        }

        if (list.Items.Length < least)
        {
            Problem(name, $"'{name}' needs at least {Number(least)}.");
        }

        ImmutableArray<T> items = [.. list.Items.Select(read)];
        return reading.Problems.Count > before ? items : Sound(name, items);
    }

    private void RefuseRepeated(string list, Func<LocatedJson, LocatedJson?> pick)
    {
        var seen = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        foreach (var item in node?[list]?.Items ?? [])
        {
            if (pick(item) is not { Kind: JsonValueKind.String or JsonValueKind.Number } value || seen.TryAdd(value.Text, value))
            {
                continue;
            }

            reading.Add(value.Place, $"'{value.Text}' is there twice, first in line {Number(seen[value.Text].Place.Line)}.");
        }
    }
}
