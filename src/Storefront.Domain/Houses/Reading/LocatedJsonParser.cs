using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Storefront.Domain.Houses.Reading;

/// <summary>
/// Reads a document into values that know their place. Strict JSON: no comments, no trailing commas. A syntax error ends the reading, a
/// property that is there twice is told and the first one counts.
/// </summary>
internal sealed class LocatedJsonParser
{
    private const int DeepestNesting = 32;

    private readonly byte[] utf8;
    private readonly List<int> lineStarts = [0];
    private readonly List<HandbookProblem> problems;

    private LocatedJsonParser(string json, List<HandbookProblem> problems)
    {
        this.problems = problems;
        utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        for (var index = 0; index < utf8.Length; index++)
        {
            if (utf8[index] == (byte)'\n')
            {
                lineStarts.Add(index + 1);
            }
        }
    }

    /// <summary>The document's value; null when it is not JSON, which is then among the problems.</summary>
    public static LocatedJson? Parse(string json, List<HandbookProblem> problems) => new LocatedJsonParser(json, problems).ParseDocument();

    private LocatedJson? ParseDocument()
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            reader.Read();
            var document = ParseValue(ref reader, "");
            reader.Read();
            return document;
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0);
            var column = ColumnAt(line, lineStarts[line] + (int)(error.BytePositionInLine ?? 0));
            problems.Add(new HandbookProblem("", line + 1, column, $"This is not JSON: {Sentence(error.Message)}"));
            return null;
        }
    }

    private LocatedJson ParseValue(ref Utf8JsonReader reader, string pointer)
    {
        var place = PlaceOf(ref reader, pointer);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ParseObject(ref reader, place),
            JsonTokenType.StartArray => ParseArray(ref reader, place),
            JsonTokenType.String => new(place, JsonValueKind.String) { Text = TextOf(ref reader, place) },
            JsonTokenType.Number => new(place, JsonValueKind.Number) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            JsonTokenType.True => new(place, JsonValueKind.True),
            JsonTokenType.False => new(place, JsonValueKind.False),
            _ => new(place, JsonValueKind.Null),
        };
    }

    private LocatedJson ParseObject(ref Utf8JsonReader reader, JsonPlace place)
    {
        var properties = ImmutableArray.CreateBuilder<LocatedProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(ref reader, place);
            var nameAt = PlaceOf(ref reader, place.Below(name).Pointer);
            reader.Read();
            var value = ParseValue(ref reader, nameAt.Pointer);
            if (names.Add(name))
            {
                properties.Add(new LocatedProperty(name, nameAt, value));
            }
            else
            {
                problems.Add(nameAt.Problem($"The property '{name}' is there twice."));
            }
        }

        return new(place, JsonValueKind.Object) { Properties = properties.ToImmutable() };
    }

    private LocatedJson ParseArray(ref Utf8JsonReader reader, JsonPlace place)
    {
        var items = ImmutableArray.CreateBuilder<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ParseValue(ref reader, place.Below(items.Count.ToString(CultureInfo.InvariantCulture)).Pointer));
        }

        return new(place, JsonValueKind.Array) { Items = items.ToImmutable() };
    }

    private string TextOf(ref Utf8JsonReader reader, JsonPlace place)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            problems.Add(PlaceOf(ref reader, place.Pointer).Problem("The text holds half of a surrogate pair."));
            return "";
        }
    }

    private JsonPlace PlaceOf(ref Utf8JsonReader reader, string pointer)
    {
        var offset = (int)reader.TokenStartIndex;
        var found = lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new JsonPlace(pointer, line + 1, ColumnAt(line, offset));
    }

    private int ColumnAt(int line, int offset)
    {
        var start = lineStarts[line];
        return Encoding.UTF8.GetCharCount(utf8.AsSpan(start, Math.Min(offset, utf8.Length) - start)) + 1;
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
