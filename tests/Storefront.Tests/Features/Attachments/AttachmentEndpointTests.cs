using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Attachments;

/// <summary>Files over HTTP: by session, by token, by nobody.</summary>
public sealed class AttachmentEndpointTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task A_file_is_uploaded_by_session_and_comes_back_as_a_download_that_can_do_no_harm()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var bytes = SampleFiles.Of(".png");

        using var uploaded = await visitor.UploadAsync("señal.png", bytes, await visitor.AntiforgeryTokenAsync());
        var answer = await uploaded.Content.ReadFromJsonAsync<JsonElement>();
        using var download = await visitor.Http.GetAsync($"/attachments/{answer.GetProperty("id").GetGuid()}");

        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        Assert.Equal(("señal.png", "image/png", bytes.Length), (answer.GetProperty("fileName").GetString(), answer.GetProperty("contentType").GetString(), answer.GetProperty("size").GetInt32()));
        Assert.Equal(bytes, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("señal.png", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("image/png", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(download.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox", Assert.Single(download.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_the_pages_token_uploads_nothing()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);

        using var forged = await visitor.UploadAsync("a.txt", TicketVisitor.Bytes("text"), antiforgery: null);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_token_needs_the_scope_for_what_it_does()
    {
        var person = await Buyer.OpenAsync(host);
        using var writes = await WithTokenAsync(person, "tickets:write");
        using var reads = await WithTokenAsync(person, "tickets:read");
        using var nothing = await WithTokenAsync(person, "plans:read");
        using var gives = await WithTokenAsync(person, "projects:write");
        using var pays = await WithTokenAsync(person, "billing:write");

        using var written = await UploadAsync(writes, "a.txt", TicketVisitor.Bytes("text"));
        using var given = await UploadAsync(gives, "input.txt", TicketVisitor.Bytes("text"));
        using var proof = await UploadAsync(pays, "proof.txt", TicketVisitor.Bytes("text"));
        using var notWritten = await UploadAsync(reads, "a.txt", TicketVisitor.Bytes("text"));
        var id = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        Assert.All([written, given, proof], answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, notWritten.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reads.GetAsync($"/attachments/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await nothing.GetAsync($"/attachments/{id}")).StatusCode);
    }

    [Fact]
    public async Task COM_06_Another_accounts_file_is_not_found_and_a_stranger_is_not_let_in()
    {
        using var owner = await TicketVisitor.SignInAsync(host);
        using var other = await TicketVisitor.SignInAsync(host);
        using var stranger = host.CreateClient();
        using var uploaded = await owner.UploadAsync("a.txt", TicketVisitor.Bytes("secret"), await owner.AntiforgeryTokenAsync());
        var id = new AttachmentId((await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        var input = TicketCustomer.Input() with { Attachments = [id] };
        Assert.Null((await host.Services.GetRequiredService<OpenTicket>().HandleAsync(input, owner.Person.Viewer, CancellationToken.None)).Refusal);

        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync($"/attachments/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync($"/attachments/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync("/attachments/1")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/attachments/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync(stranger, "a.txt", TicketVisitor.Bytes("text"))).StatusCode);
    }

    [Theory]
    [InlineData("page.html", "<p>", HttpStatusCode.UnsupportedMediaType, "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("page.png", "<p>", HttpStatusCode.UnsupportedMediaType, "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("page.txt", "", HttpStatusCode.BadRequest, "ATTACHMENT_EMPTY")]
    public async Task A_refused_file_is_told_by_code_and_words(string name, string content, HttpStatusCode status, string code)
    {
        using var client = await WithTokenAsync(await Buyer.OpenAsync(host), "tickets:write");

        using var answer = await UploadAsync(client, name, TicketVisitor.Bytes(content));

        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, told.GetProperty("code").GetString()));
        Assert.Contains(name, told.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_without_being_kept()
    {
        using var client = await WithTokenAsync(await Buyer.OpenAsync(host), "tickets:write");
        var most = host.Services.GetRequiredService<Handbook>().Attachments.MaximumBytes;

        // A client that waits for the server's word is told before it sends what is refused.
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var larger = await UploadAsync(client, "a.txt", new byte[most + 1]);
        using var far = await UploadAsync(client, "a.txt", new byte[most * 2]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.StatusCode);
        Assert.StartsWith("a.txt ", (await larger.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("a.txt ", (await far.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_named_although_it_is_sent_in_pieces_that_do_not_say_how_much_it_is()
    {
        using var client = await WithTokenAsync(await Buyer.OpenAsync(host), "tickets:write");
        var most = host.Services.GetRequiredService<Handbook>().Attachments.MaximumBytes;
        using var form = new MultipartFormDataContent { { new StringContent("1"), "ticket" }, { new ByteArrayContent(new byte[most + (128 * 1024)]), "file", "señal.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;

        using var refused = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        var told = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("ATTACHMENT_TOO_LARGE", told.GetProperty("code").GetString());
        Assert.StartsWith("señal.txt ", told.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_with_one_file_is_refused()
    {
        using var client = await WithTokenAsync(await Buyer.OpenAsync(host), "tickets:write");

        using var json = await client.PostAsync("/attachments", new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")));
        using var empty = await client.PostAsync("/attachments", new MultipartFormDataContent { { new StringContent("x"), "note" } });

        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("ATTACHMENT_UPLOAD_NOT_VALID", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_takes_a_file_in_a_multipart_request_and_a_ticket_names_it()
    {
        var person = await Buyer.OpenAsync(host);
        using var writes = await WithTokenAsync(person, "tickets:write");
        writes.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");

        using var uploaded = await SendAsync(writes, "señal.png", SampleFiles.Of(".png"));
        using var refused = await SendAsync(writes, "a.exe", [1, 2, 3]);
        using var reads = await WithTokenAsync(person, "tickets:read");
        using var forged = await SendAsync(reads, "a.txt", [1]);
        reads.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        using var forbidden = await SendAsync(reads, "a.txt", [1]);

        var attachment = (await PayloadAsync(uploaded)).GetProperty("attachment");
        Assert.Equal(("señal.png", "image/png"), (attachment.GetProperty("fileName").GetString(), attachment.GetProperty("contentType").GetString()));
        var input = TicketCustomer.Input() with { Attachments = [new AttachmentId(attachment.GetProperty("id").GetGuid())] };
        Assert.Null((await host.Services.GetRequiredService<OpenTicket>().HandleAsync(input, person.Viewer, CancellationToken.None)).Refusal);
        Assert.Equal("AttachmentTypeNotAllowedError", (await PayloadAsync(refused)).GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Contains("FORBIDDEN", await forbidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> PayloadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("uploadAttachment");

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string name, byte[] bytes) => client.PostAsync("/graphql", new MultipartFormDataContent
    {
        { new StringContent("""{"query":"mutation ($file: Upload!) { uploadAttachment(input: {file: $file}) { attachment { id fileName contentType } errors { __typename } } }","variables":{"file":null}}"""), "operations" },
        { new StringContent("""{"0":["variables.file"]}"""), "map" },
        { new ByteArrayContent(bytes), "0", name },
    });

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, byte[] bytes) =>
        client.PostAsync("/attachments", new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } });

    private async Task<HttpClient> WithTokenAsync(Buyer person, string scopes)
    {
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = person.Account,
            UserId = person.Viewer.UserId,
            Name = "test",
            Hash = ApiTokenText.Hash(text),
            Scopes = scopes,
            CreatedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        await db.SaveChangesAsync();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return client;
    }
}
