using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.PersistedDocuments;

/// <summary>The documents that the host's own clients use, by their ids and by the hashes of their texts. Read once, at the start.</summary>
public sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> byId;
    private readonly FrozenDictionary<DocumentHash, ReadOnlyMemory<byte>> byHash;

    /// <summary>Takes documents by id.</summary>
    public TrustedDocuments(IEnumerable<KeyValuePair<string, string>> documents)
    {
        byId = documents.ToFrozenDictionary(document => document.Key, document => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(document.Value), StringComparer.Ordinal);
        byHash = byId.Values.DistinctBy(document => DocumentHash.Of(document.Span)).ToFrozenDictionary(document => DocumentHash.Of(document.Span));
    }

    /// <summary>None.</summary>
    public static TrustedDocuments None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => byId.Count;

    /// <summary>Reads a folder of <c>&lt;id&gt;.graphql</c> files or a JSON file; see <see cref="PersistedDocumentOptions.TrustedDocumentsPath"/>.</summary>
    /// <exception cref="InvalidDataException">There is nothing there, or something that is no list of documents; every fault is named.</exception>
    public static TrustedDocuments Read(string path)
    {
        var documents = Directory.Exists(path) ? ReadFolder(path)
            : File.Exists(path) ? ReadFile(path)
            : throw new InvalidDataException($"The trusted documents are to be read from {path}, where there is neither a folder nor a file.");
        var faults = documents.Select(document => FindFault(document.Key, document.Value)).OfType<string>().ToList();
        return faults.Count == 0
            ? new TrustedDocuments(documents)
            : throw new InvalidDataException($"The trusted documents of {path} cannot be used:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", faults)}");
    }

    internal bool TryGet(string id, out ReadOnlyMemory<byte> document) =>
        byId.TryGetValue(id, out document) || (DocumentHash.TryParse(id, out var hash) && byHash.TryGetValue(hash, out document));

    internal bool TryGet(DocumentHash hash, out ReadOnlyMemory<byte> document) => byHash.TryGetValue(hash, out document);

    private static List<KeyValuePair<string, string>> ReadFolder(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*.graphql").Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    private static List<KeyValuePair<string, string>> ReadFile(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return root.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
                ? [.. operations.EnumerateArray().Select(operation => KeyValuePair.Create(operation.GetProperty("id").GetString()!, operation.GetProperty("body").GetString()!))]
                : [.. root.EnumerateObject().Select(document => KeyValuePair.Create(document.Name, document.Value.GetString()!))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path} is neither a JSON object of documents by id nor a manifest with \"operations\" of \"id\" and \"body\": {fault.Message}", fault);
        }
    }

    private static string? FindFault(string id, string document)
    {
        try
        {
            Utf8GraphQLParser.Parse(document, ParserOptions.Trusted);
        }
        catch (SyntaxException exception)
        {
            return $"{id}: {exception.Message} ({exception.Line}:{exception.Column})";
        }

        return DocumentHash.TryParse(id, out var stated) && stated != DocumentHash.Of(Encoding.UTF8.GetBytes(document))
            ? $"{id} is not the SHA-256 of its document."
            : null;
    }
}
