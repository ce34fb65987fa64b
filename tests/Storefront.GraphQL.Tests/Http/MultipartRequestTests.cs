using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>Files by the GraphQL multipart request specification.</summary>
public sealed class MultipartRequestTests : IDisposable
{
    private const string One = """{"query":"mutation ($file: Upload!) { keep(file: $file) }","variables":{"file":null}}""";

    private readonly string folder = Directory.CreateTempSubdirectory("uploads").FullName;

    [Fact]
    public async Task A_file_comes_with_its_name_its_type_and_its_bytes()
    {
        await using var server = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        using var form = Form(One, """{"0":["variables.file"]}""", ("0", "señal.png", bytes));

        using var response = await SendAsync(server, form);

        Assert.Equal(
            $"señal.png image/png 300000 {Convert.ToHexStringLower(SHA256.HashData(bytes))} twice True",
            (await ReadAsync(response))["data"]!["keep"]!.GetValue<string>());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_path_leads_into_lists_and_objects_and_a_file_may_stand_at_two_places()
    {
        await using var server = await StartAsync();
        using var form = Form(
            """{"query":"mutation ($list: [Upload], $note: NoteInput!) { names(files: $list, note: $note) }","variables":{"list":[null,null,null],"note":{"text":"t","inner":{"text":"u","file":null}}}}""",
            """{"a":["variables.list.0","variables.note.inner.file"],"b":["variables.list.2"]}""",
            ("a", "a.txt", [1]),
            ("b", "b.txt", [2]));

        using var response = await SendAsync(server, form);

        Assert.Equal("a.txt - b.txt a.txt", (await ReadAsync(response))["data"]!["names"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_batch_has_the_number_of_its_request_before_the_path()
    {
        await using var server = await StartAsync(options => options.EnableBatching = true);
        using var form = Form(
            """[{"query":"{ hello }"},{"query":"mutation ($list: [Upload], $note: NoteInput!) { names(files: $list, note: $note) }","variables":{"list":[null],"note":{"text":"t"}}}]""",
            """{"0":["1.variables.list.0"]}""",
            ("0", "a.txt", [1]));

        using var response = await SendAsync(server, form);

        Assert.Equal("""[{"data":{"hello":"Hello, world!"}},{"data":{"names":"a.txt -"}}]""", (await ReadAsync(response)).ToJsonString());
    }

    [Theory]
    [InlineData("""{"0":["variables.nothing"]}""", "leads to no null")]
    [InlineData("""{"0":["variables"]}""", "leads to no null")]
    [InlineData("""{"0":["query"]}""", "leads to no null")]
    [InlineData("""{"0":["variables.file.inner"]}""", "leads to no null")]
    [InlineData("""{"0":["variables.text"]}""", "leads to no null")]
    [InlineData("""{"0":["variables.list.7"]}""", "leads to no null")]
    [InlineData("""{"0":["variables.list.-1"]}""", "leads to no null")]
    [InlineData("""{"0":["variables.list.x"]}""", "leads to no null")]
    [InlineData("""{"0":[""]}""", "leads to no null")]
    [InlineData("""{"0":[]}""", "has no place")]
    [InlineData("""{"0":"variables.file"}""", "must be a JSON object of lists")]
    [InlineData("""["variables.file"]""", "must be a JSON object of lists")]
    [InlineData("nonsense", "must be a JSON object of lists")]
    [InlineData("""{"1":["variables.file"]}""", "does not name")]
    [InlineData("""{"0":["variables.file"],"1":["variables.list.0"]}""", "\"1\" of \"map\" has not come")]
    public async Task A_map_that_is_wrong_is_refused_with_what_is_wrong(string map, string message)
    {
        await using var server = await StartAsync();
        using var form = Form(
            """{"query":"mutation ($file: Upload!) { keep(file: $file) }","variables":{"file":null,"text":"t","list":[null]}}""", map, ("0", "a.txt", [1]));

        using var response = await SendAsync(server, form);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(message, (await ReadAsync(response))["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Parts_that_are_missing_or_out_of_order_are_refused()
    {
        await using var server = await StartAsync();
        using var noMap = new MultipartFormDataContent { { new StringContent(One), "operations" } };
        using var fileFirst = new MultipartFormDataContent
        {
            { new ByteArrayContent([1]), "0", "a.txt" }, { new StringContent(One), "operations" }, { new StringContent("{}"), "map" },
        };
        using var notJson = Form("nonsense", "{}");
        using var batch = Form("[]", "{}");
        using var twice = Form("""{"query":"{ hello }","variables":{"a":1,"a":2}}""", "{}");
        foreach (var (form, message) in new[]
        {
            (noMap, "needs the parts"), (fileFirst, "must be \"operations\""), (notJson, "not JSON"), (batch, "Batches"), (twice, "twice"),
        })
        {
            using var response = await SendAsync(server, form);
            Assert.Equal(400, (int)response.StatusCode);
            Assert.Contains(message, (await ReadAsync(response))["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_header_that_forms_cannot_send_nothing_is_read()
    {
        await using var server = await StartAsync();
        using var form = Form(One, """{"0":["variables.file"]}""", ("0", "a.txt", [1]));

        using var response = await server.Client.PostAsync("", form);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("CROSS_SITE_REQUEST", (await ReadAsync(response))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(0, server.Signals.Numbers);
    }

    [Theory]
    [InlineData(1, 1_001, "MaxFileSize", 1_000)]
    [InlineData(3, 900, "MaxTotalSize", 2_500)]
    [InlineData(4, 1, "MaxFiles", 3)]
    public async Task What_is_too_much_is_refused_by_the_name_of_the_limit(int count, int size, string limit, int maximum)
    {
        await using var server = await StartAsync(options =>
            (options.Uploads.MaxFiles, options.Uploads.MaxFileSize, options.Uploads.MaxTotalSize) = (3, 1_000, 2_500));
        var places = string.Join(',', Enumerable.Range(0, count).Select(index => $"\"{index}\":[\"variables.list.{index}\"]"));
        var nulls = string.Join(',', Enumerable.Repeat("null", count));
        using var form = Form(
            $$$$"""{"query":"mutation ($list: [Upload], $note: NoteInput!) { names(files: $list, note: $note) }","variables":{"list":[{{{{nulls}}}}],"note":{"text":"t"}}}""",
            $"{{{places}}}",
            [.. Enumerable.Range(0, count).Select(index => ($"{index}", "a.bin", new byte[size]))]);

        using var response = await SendAsync(server, form);

        var extensions = (await ReadAsync(response))["errors"]![0]!["extensions"]!;
        Assert.Equal((413, "LIMIT_EXCEEDED", limit, maximum), ((int)response.StatusCode, extensions["code"]!.GetValue<string>(), extensions["limit"]!.GetValue<string>(), extensions["maximum"]!.GetValue<int>()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_refused_and_leaves_nothing()
    {
        await using var server = await StartAsync();
        using var form = Form(One, """{"0":["variables.file"]}""", ("0", "a.txt", new byte[50_000]));
        var whole = await form.ReadAsByteArrayAsync();
        foreach (var length in (int[])[10, 150, 400, 20_000, whole.Length - 10])
        {
            using var part = new ByteArrayContent(whole, 0, length);
            part.Headers.ContentType = form.Headers.ContentType;
            using var response = await SendAsync(server, part);
            Assert.Equal(400, (int)response.StatusCode);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_leaves_nothing()
    {
        await using var server = await StartAsync();
        using var form = Form(One, """{"0":["variables.file"]}""", ("0", "a.txt", new byte[50_000]));
        var whole = await form.ReadAsByteArrayAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Url.Host, server.Url.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: x\r\nGraphQL-Preflight: 1\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {whole.Length}\r\n\r\n"));
            await client.GetStream().WriteAsync(whole.AsMemory(0, 30_000));
        }

        using var after = await server.PostAsync("{ hello }");
        Assert.Equal(200, (int)after.StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task A_file_is_a_variable_of_a_multipart_request_and_nothing_else()
    {
        await using var server = await StartAsync();

        using var literal = await server.PostAsync("mutation { keep(file: \"upload:0\") }");
        using var json = await server.SendAsync(HttpMethod.Post, body: One.Replace("null", "\"upload:00000000000000000000000000000000\"", StringComparison.Ordinal));

        Assert.Contains("give a variable and send the file", await literal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Upload must be a file of a multipart request", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_not_switched_on_it_is_no_media_type_at_all()
    {
        await using var server = await StartAsync(options => options.Uploads.Enabled = false);
        using var form = Form(One, "{}");

        using var response = await SendAsync(server, form);

        Assert.Equal(415, (int)response.StatusCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static MultipartFormDataContent Form(string operations, string map, params (string Name, string FileName, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(operations), "operations" }, { new StringContent(map), "map" } };
        foreach (var (name, fileName, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(fileName.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "text/plain");
            form.Add(content, name, fileName);
        }

        return form;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestServer server, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = content, Headers = { { "GraphQL-Preflight", "1" } } };
        return await server.Client.SendAsync(request);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private Task<TestServer> StartAsync(Action<GraphQLServerOptions>? configure = null) => TestServer.StartAsync(
        options =>
        {
            (options.Uploads.Enabled, options.Uploads.TemporaryFolder) = (true, folder);
            configure?.Invoke(options);
        },
        builder => builder.AddMutationType(typeof(Uploads)));

    public static class Uploads
    {
        public static async Task<string> Keep(IFile file, CancellationToken cancellationToken)
        {
            await using var first = file.OpenReadStream();
            var hash = await SHA256.HashDataAsync(first, cancellationToken);
            await using var second = file.OpenReadStream();
            var same = (await SHA256.HashDataAsync(second, cancellationToken)).AsSpan().SequenceEqual(hash);
            return $"{file.Name} {file.ContentType} {file.Length} {Convert.ToHexStringLower(hash)} twice {same}";
        }

        public static string Names(IReadOnlyList<IFile?>? files, Note note) =>
            $"{string.Join(' ', files?.Select(file => file?.Name ?? "-") ?? [])} {note.Inner?.File?.Name ?? "-"}";
    }

    public sealed record Note(string Text, IFile? File = null, Note? Inner = null);
}
