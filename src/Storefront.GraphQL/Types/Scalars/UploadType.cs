using System.Collections.Concurrent;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Upload</c>: a file of a multipart request, which only a variable can hold (GraphQL multipart request specification).</summary>
public sealed class UploadType : ScalarType
{
    // A request's variables are JSON, which cannot hold a file: a word that nobody can guess stands for it while the request lasts.
    private static readonly ConcurrentDictionary<string, IFile> Files = new(StringComparer.Ordinal);

    /// <summary>The scalar.</summary>
    public UploadType()
        : base("Upload")
    {
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec";
        Description = "A file that comes with the request, by the GraphQL multipart request specification.";
        RuntimeType = typeof(IFile);
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        value = null;
        error = "Upload cannot be written in a document; give a variable and send the file in a multipart request.";
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        value = json.ValueKind == JsonValueKind.String && Files.TryGetValue(json.GetString()!, out var file) ? file : null;
        error = value is null ? "Upload must be a file of a multipart request, with null in its place in \"operations\"." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer) => "Upload cannot be a result.";

    /// <summary>Makes a file known under a word; the caller takes the word back when the request has ended.</summary>
    internal static void Offer(string word, IFile file) => Files[word] = file;

    internal static void Withdraw(string word) => Files.TryRemove(word, out _);
}
