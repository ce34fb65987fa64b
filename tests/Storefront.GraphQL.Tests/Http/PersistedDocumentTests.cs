using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>Documents that are named instead of sent.</summary>
public sealed class PersistedDocumentTests : IDisposable
{
    private const string Hello = "query Hello($name: String) { hello(name: $name) }";

    private readonly string folder = Directory.CreateTempSubdirectory("persisted").FullName;

    [Fact]
    public async Task Apollos_flow_asks_by_hash_registers_and_asks_again()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), ErrorOf(await PostAsync(server, null, HashOf(Hello))));
        Assert.Equal("Hello, world!", HelloOf(await PostAsync(server, Hello, HashOf(Hello))));
        Assert.Equal("Hello, world!", HelloOf(await PostAsync(server, null, HashOf(Hello))));
        Assert.Equal("Hello, ana!", HelloOf(await PostAsync(server, null, HashOf(Hello).ToUpperInvariant(), "{\"name\":\"ana\"}")));
    }

    [Fact]
    public async Task A_hash_can_be_asked_for_by_GET_SSE_and_WebSocket()
    {
        await using var server = await TestServer.StartAsync();
        await PostAsync(server, Hello, HashOf(Hello));
        var extensions = Uri.EscapeDataString(Extensions(HashOf(Hello)).ToJsonString());

        using var got = await server.SendAsync(HttpMethod.Get, $"?extensions={extensions}&variables={Uri.EscapeDataString("{\"name\":\"ana\"}")}");
        using var streamed = await server.SendAsync(HttpMethod.Get, $"?extensions={extensions}", headers: ("Accept", "text/event-stream"));
        await using var socket = await server.ConnectAsync();
        await socket.SendAsync(new JsonObject { ["id"] = "1", ["type"] = "subscribe", ["payload"] = new JsonObject { ["extensions"] = Extensions(HashOf(Hello)) } });

        Assert.Equal("Hello, ana!", HelloOf(JsonNode.Parse(await got.Content.ReadAsStringAsync())!));
        Assert.Contains("data: {\"data\":{\"hello\":\"Hello, world!\"}}", await streamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Hello, world!", HelloOf((await socket.ReceiveAsync())["payload"]!));
    }

    [Fact]
    public async Task A_mutation_by_hash_is_no_more_allowed_by_GET_than_by_text()
    {
        await using var server = await TestServer.StartAsync();
        const string Document = "mutation { trigger }";
        await PostAsync(server, Document, HashOf(Document));

        using var response = await server.SendAsync(HttpMethod.Get, $"?extensions={Uri.EscapeDataString(Extensions(HashOf(Document)).ToJsonString())}");

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(1, server.Signals.Numbers);
    }

    [Fact]
    public async Task A_document_that_is_not_the_hashs_is_refused_and_not_kept()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", ErrorOf(await PostAsync(server, "{ other: hello }", HashOf(Hello))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", ErrorOf(await PostAsync(server, null, HashOf(Hello))).Code);
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ hello", "GRAPHQL_PARSE_FAILED")]
    public async Task A_document_that_is_not_valid_is_not_kept(string document, string code)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(code, ErrorOf(await PostAsync(server, document, HashOf(document))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", ErrorOf(await PostAsync(server, null, HashOf(document))).Code);
    }

    [Theory]
    [InlineData("{\"persistedQuery\": 1}")]
    [InlineData("{\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38\"}}")]
    [InlineData("{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"abc\"}}")]
    [InlineData("{\"persistedQuery\": {\"version\": 1}}")]
    [InlineData("{\"persistedQuery\": {\"version\": \"1\", \"sha256Hash\": 1}}")]
    public async Task What_is_no_hash_is_refused_with_what_it_must_be(string extensions)
    {
        await using var server = await TestServer.StartAsync();

        var error = ErrorOf(await SendAsync(server, $"{{\"extensions\":{extensions}}}"));

        Assert.Equal("BAD_USER_INPUT", error.Code);
        Assert.StartsWith("Invalid extensions.persistedQuery", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_documents_are_not_kept_the_client_is_told_to_stop_trying()
    {
        await using var server = await StartAsync(options => options.EnableAutomatic = false);

        Assert.Equal(("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"), ErrorOf(await PostAsync(server, null, HashOf(Hello))));
        Assert.Equal("Hello, world!", HelloOf(await PostAsync(server, Hello, HashOf(Hello))));
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED", ErrorOf(await PostAsync(server, null, HashOf(Hello))).Code);
    }

    [Fact]
    public void What_is_kept_is_bounded_by_number_and_size_and_the_oldest_goes()
    {
        var documents = new AutomaticDocuments(capacity: 3, maxBytes: 100);
        var hashes = Enumerable.Range(0, 6).Select(index => DocumentHash.Of([(byte)index])).ToList();
        for (var index = 0; index < 3; index++)
        {
            documents.Add(hashes[index], new byte[10]);
        }

        Assert.True(documents.TryGet(hashes[0], out _));
        documents.Add(hashes[3], new byte[10]);
        Assert.True(documents.TryGet(hashes[0], out _));
        Assert.False(documents.TryGet(hashes[1], out _));

        documents.Add(hashes[4], new byte[90]);
        Assert.Equal((2, 100), (documents.Count, documents.Bytes));
        documents.Add(hashes[5], new byte[101]);
        Assert.False(documents.TryGet(hashes[5], out _));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("file")]
    [InlineData("manifest")]
    public async Task Trusted_documents_are_known_by_id_and_by_hash(string kind)
    {
        await using var server = await StartAsync(options => (options.TrustedDocumentsPath, options.EnableAutomatic) = (Write(kind), false));

        Assert.Equal("Hello, ana!", HelloOf(await SendAsync(server, "{\"documentId\":\"hello-1\",\"variables\":{\"name\":\"ana\"}}")));
        Assert.Equal("Hello, world!", HelloOf(await SendAsync(server, $"{{\"documentId\":\"sha256:{HashOf(Hello)}\"}}")));
        Assert.Equal("Hello, world!", HelloOf(await PostAsync(server, null, HashOf(Hello))));
        using var got = await server.SendAsync(HttpMethod.Get, "?documentId=hello-1");
        Assert.Equal("Hello, world!", HelloOf(JsonNode.Parse(await got.Content.ReadAsStringAsync())!));
        using var streamed = await server.SendAsync(HttpMethod.Get, "?documentId=countdown", headers: ("Accept", "text/event-stream"));
        Assert.Contains("data: {\"data\":{\"countdown\":2}}", await streamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var socket = await server.ConnectAsync();
        await socket.SendAsync(new JsonObject { ["id"] = "1", ["type"] = "subscribe", ["payload"] = new JsonObject { ["documentId"] = "countdown" } });
        Assert.Equal("{\"data\":{\"countdown\":2}}", (await socket.ReceiveAsync())["payload"]!.ToJsonString());

        var unknown = ErrorOf(await SendAsync(server, "{\"documentId\":\"unknown\"}"));
        Assert.Equal(("There is no document with the id \"unknown\".", "PERSISTED_DOCUMENT_NOT_FOUND"), unknown);
        Assert.Equal("BAD_USER_INPUT", ErrorOf(await SendAsync(server, "{\"documentId\":\"hello-1\",\"query\":\"{ hello }\"}")).Code);
        Assert.Equal("Hello, world!", HelloOf(await SendAsync(server, "{\"query\":\"{ hello }\"}")));
    }

    [Theory]
    [InlineData(TrustedDocumentsRequirement.Everybody, false, false)]
    [InlineData(TrustedDocumentsRequirement.Everybody, true, false)]
    [InlineData(TrustedDocumentsRequirement.Anonymous, false, false)]
    [InlineData(TrustedDocumentsRequirement.Anonymous, true, true)]
    [InlineData(TrustedDocumentsRequirement.Nobody, false, true)]
    public async Task Trusted_documents_can_be_made_compulsory(TrustedDocumentsRequirement requirement, bool isKnown, bool isFree)
    {
        await using var server = await TestServer.StartAsync(configure: builder => builder
            .ModifyRequestOptions(options => (options.PersistedDocuments.TrustedDocumentsPath, options.PersistedDocuments.RequireTrusted) = (Write("file"), requirement))
            .AddRequestInterceptor<KnownInterceptor>());
        (string, string)[] headers = isKnown ? [("X-Known", "ana")] : [];

        async Task<JsonNode> AskAsync(string body)
        {
            using var response = await server.SendAsync(HttpMethod.Post, body: body, headers: headers);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        }

        Assert.Equal("Hello, world!", HelloOf(await AskAsync("{\"documentId\":\"hello-1\"}")));
        Assert.Equal("Hello, world!", HelloOf(await AskAsync(new JsonObject { ["query"] = Hello }.ToJsonString())));
        var other = await AskAsync("{\"query\":\"{ hello }\"}");
        var registered = await AskAsync(new JsonObject { ["query"] = "{ hello }", ["extensions"] = Extensions(HashOf("{ hello }")) }.ToJsonString());
        foreach (var answer in (JsonNode[])[other, registered])
        {
            Assert.Equal(isFree ? null : "PERSISTED_DOCUMENT_REQUIRED", answer["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public void A_list_that_cannot_be_used_stops_the_start_with_every_fault()
    {
        var path = Path.Combine(folder, "documents.json");
        var wrong = new string('a', 64);
        File.WriteAllText(path, new JsonObject { ["broken"] = "{ hello", [wrong] = "{ hello }", ["right"] = "{ hello }" }.ToJsonString());
        var fault = Assert.Throws<InvalidDataException>(() => TrustedDocuments.Read(path));

        Assert.Contains("broken: Syntax Error", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{wrong} is not the SHA-256 of its document.", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("right", fault.Message, StringComparison.Ordinal);
        File.WriteAllText(path, "[]");
        Assert.Throws<InvalidDataException>(() => TrustedDocuments.Read(path));
        Assert.Throws<InvalidDataException>(() => TrustedDocuments.Read(Path.Combine(folder, "nowhere")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<TestServer> StartAsync(Action<PersistedDocumentOptions> configure) =>
        TestServer.StartAsync(configure: builder => builder.ModifyRequestOptions(options => configure(options.PersistedDocuments)));

    private static JsonObject Extensions(string hash) => new() { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } };

    private static Task<JsonNode> PostAsync(TestServer server, string? document, string hash, string? variables = null)
    {
        var body = new JsonObject { ["extensions"] = Extensions(hash) };
        if (document is not null)
        {
            body["query"] = document;
        }

        if (variables is not null)
        {
            body["variables"] = JsonNode.Parse(variables);
        }

        return SendAsync(server, body.ToJsonString());
    }

    private static async Task<JsonNode> SendAsync(TestServer server, string body)
    {
        using var response = await server.SendAsync(HttpMethod.Post, body: body);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), response.Content.Headers.ContentType);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string? HelloOf(JsonNode answer) => answer["data"]?["hello"]?.GetValue<string>() ?? answer.ToJsonString();

    private static (string Message, string Code) ErrorOf(JsonNode answer)
    {
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        return (error["message"]!.GetValue<string>(), error["extensions"]!["code"]!.GetValue<string>());
    }

    private string Write(string kind)
    {
        const string Countdown = "subscription { countdown(from: 2) }";
        var path = Path.Combine(folder, "documents.json");
        switch (kind)
        {
            case "folder":
                File.WriteAllText(Path.Combine(folder, "hello-1.graphql"), Hello);
                File.WriteAllText(Path.Combine(folder, "countdown.graphql"), Countdown);
                return folder;
            case "file":
                File.WriteAllText(path, new JsonObject { ["hello-1"] = Hello, ["countdown"] = Countdown }.ToJsonString());
                return path;
            default:
                File.WriteAllText(path, new JsonObject
                {
                    ["format"] = "apollo-persisted-query-manifest",
                    ["version"] = 1,
                    ["operations"] = new JsonArray(
                        new JsonObject { ["id"] = "hello-1", ["name"] = "Hello", ["type"] = "query", ["body"] = Hello },
                        new JsonObject { ["id"] = "countdown", ["name"] = "", ["type"] = "subscription", ["body"] = Countdown }),
                }.ToJsonString());
                return path;
        }
    }

    private sealed class KnownInterceptor : GraphQLRequestInterceptor
    {
        public override GraphQL.Execution.Cost.RequestClient IdentifyClient(Microsoft.AspNetCore.Http.HttpContext context) =>
            base.IdentifyClient(context) with { IsAnonymous = context.Request.Headers["X-Known"].Count == 0 };
    }
}
