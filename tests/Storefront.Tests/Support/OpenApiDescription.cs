using System.Text.Json;

namespace Storefront.Tests.Support;

/// <summary>
/// Stripe's published OpenAPI description, read from <c>shared/stripe</c>. It says of a request whether path, method and every
/// parameter exist and have the right kind, and of an answer or a webhook's object whether it has the described shape.
/// </summary>
/// <remarks>Tests that use it carry <see cref="SharedFactAttribute"/>, which skips them where the file is missing.</remarks>
public sealed class OpenApiDescription
{
    public const string RelativePath = "stripe/spec3.trimmed.json";

    private static readonly Lazy<OpenApiDescription> Loaded = new(() =>
        new OpenApiDescription(JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.Require(RelativePath)))));

    private readonly JsonElement _root;
    private readonly JsonElement _schemas;
    private readonly FormCheck _forms;
    private readonly ShapeCheck _shapes;

    private OpenApiDescription(JsonDocument document)
    {
        _root = document.RootElement;
        _schemas = _root.GetProperty("components").GetProperty("schemas");
        _forms = new FormCheck(_schemas);
        _shapes = new ShapeCheck(_schemas);
    }

    /// <summary>The description, read once a run.</summary>
    public static OpenApiDescription Instance => Loaded.Value;

    /// <summary>The API version described, such as <c>2026-10-28.endive</c>.</summary>
    public string Version => _root.GetProperty("info").GetProperty("version").GetString()!;

    /// <summary>The types of events that Stripe can send.</summary>
    public IReadOnlySet<string> EventTypes => _root.GetProperty("x-webhookEventTypes").EnumerateArray()
        .Select(type => type.GetString()!).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Asserts that a request is one that Stripe would understand. <paramref name="path"/> may carry a prefix before <c>/v1/</c>;
    /// <paramref name="query"/> with or without the question mark; <paramref name="form"/> is the body as sent.
    /// </summary>
    public void AssertRequest(string method, string path, string? query = null, string? form = null) =>
        AssertNone($"{method} {path}", RequestProblems(method, path, query, form));

    /// <summary>Asserts that <paramref name="body"/> is what Stripe answers to such a request when all went well.</summary>
    public void AssertResponse(string method, string path, string body) =>
        AssertNone($"{method} {path}", ResponseProblems(method, path, body));

    /// <summary>Asserts that an object, named by its own member <c>object</c>, has the described shape: for the data of webhooks.</summary>
    public void AssertObject(string json) => AssertNone(json, ObjectProblems(json));

    public IReadOnlyList<string> RequestProblems(string method, string path, string? query = null, string? form = null)
    {
        if (FindOperation(method, path) is not { } operation)
        {
            return [$"no such operation: {method} {path}"];
        }

        var problems = new List<string>();
        _forms.CheckQuery(operation, FormTree.Parse(query?.TrimStart('?'), problems), problems);
        _forms.CheckBody(operation, FormTree.Parse(form, problems), problems);
        return problems;
    }

    public IReadOnlyList<string> ResponseProblems(string method, string path, string body)
    {
        if (FindOperation(method, path) is not { } operation)
        {
            return [$"no such operation: {method} {path}"];
        }

        using var document = JsonDocument.Parse(body);
        var schema = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return _shapes.Check(schema, document.RootElement);
    }

    public IReadOnlyList<string> ObjectProblems(string json)
    {
        using var document = JsonDocument.Parse(json);
        var type = document.RootElement.GetProperty("object").GetString()!;
        var deleted = document.RootElement.TryGetProperty("deleted", out var flag) && flag.ValueKind == JsonValueKind.True;
        return _schemas.TryGetProperty(deleted ? $"deleted_{type}" : type, out var schema)
            ? _shapes.Check(schema, document.RootElement)
            : [$"no schema for the object {type}"];
    }

    private JsonElement? FindOperation(string method, string path)
    {
        var start = path.IndexOf("/v1/", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var segments = path[start..].TrimEnd('/').Split('/');
        var candidates =
            from template in _root.GetProperty("paths").EnumerateObject()
            let parts = template.Name.Split('/')
            where parts.Length == segments.Length
                && parts.Zip(segments).All(pair => IsVariable(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second)
            orderby parts.Count(IsVariable)
            select template.Value;

        // The template with the fewest variables wins: /v1/invoices/create_preview is no invoice's id.
        return candidates.FirstOrDefault() is { ValueKind: JsonValueKind.Object } item
            && item.TryGetProperty(method.ToLowerInvariant(), out var operation) ? operation : null;
    }

    private static bool IsVariable(string segment) => segment.StartsWith('{');

    private static void AssertNone(string subject, IReadOnlyList<string> problems) =>
        Assert.True(problems.Count == 0, $"{subject} differs from Stripe's description:\n  {string.Join("\n  ", problems)}");
}
