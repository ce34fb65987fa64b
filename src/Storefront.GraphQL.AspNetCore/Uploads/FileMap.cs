using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storefront.GraphQL.AspNetCore.Uploads;

/// <summary>
/// The <c>map</c> of a multipart request: which file stands where in <c>operations</c>. A path leads through objects by names and lists by
/// numbers to a null, in a batch after the number of its operation.
/// </summary>
internal sealed class FileMap(JsonNode operations)
{
    // A file may stand at several places, but hardly at many.
    private const int MaxPaths = 100;

    private readonly Dictionary<string, string[]> paths = new(StringComparer.Ordinal);

    /// <summary>Reads the field, an object of lists of paths by files' names.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                paths[entry.Name] = [.. entry.Value.EnumerateArray().Select(path => path.GetString() ?? "")];
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "Invalid \"map\": it must be a JSON object of lists of paths, such as {\"0\": [\"variables.file\"]}.";
        }

        if (paths.Values.Sum(list => list.Length) > MaxPaths)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Invalid \"map\": it names more than {MaxPaths} places.");
        }

        foreach (var (file, list) in paths)
        {
            if (list.Length == 0)
            {
                return $"Invalid \"map\": file \"{Shorten(file)}\" has no place.";
            }

            foreach (var path in list)
            {
                if (!TryFind(path, out _, out _))
                {
                    return $"Invalid \"map\": \"{Shorten(path)}\" of file \"{Shorten(file)}\" leads to no null in the variables of \"operations\".";
                }
            }
        }

        return null;
    }

    public bool Contains(string file) => paths.ContainsKey(file);

    /// <summary>Puts a word in the file's places.</summary>
    /// <returns>False when it has none any more.</returns>
    public bool Fill(string file, string word)
    {
        if (!paths.Remove(file, out var list))
        {
            return false;
        }

        foreach (var path in list)
        {
            if (TryFind(path, out var parent, out var key))
            {
                if (parent is JsonArray array)
                {
                    array[(int)key] = word;
                }
                else
                {
                    ((JsonObject)parent)[(string)key] = word;
                }
            }
        }

        return true;
    }

    /// <summary>A file that was promised and has not come; null when all have.</summary>
    public string? FindMissing() => paths.Keys.FirstOrDefault() is { } file ? Shorten(file) : null;

    private bool TryFind(string path, out JsonNode parent, out object key)
    {
        var segments = path.Split('.');
        parent = operations;
        key = "";
        var begin = operations is JsonArray ? 1 : 0;
        if (segments.Length < begin + 2 || segments[begin] != "variables")
        {
            return false;
        }

        for (var index = 0; index < segments.Length; index++)
        {
            JsonNode? next;
            if (parent is JsonArray array)
            {
                if (!int.TryParse(segments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= array.Count)
                {
                    return false;
                }

                (key, next) = (at, array[at]);
            }
            else if (parent is JsonObject fields && fields.TryGetPropertyValue(segments[index], out next))
            {
                key = segments[index];
            }
            else
            {
                return false;
            }

            if (index == segments.Length - 1)
            {
                return next is null;
            }

            if (next is null)
            {
                return false;
            }

            parent = next;
        }

        return false;
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text[..100]}…";
}
