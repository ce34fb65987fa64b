using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Samples.Bookshops;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Samples;

/// <summary>A server written with HotChocolate's names alone means what it means there.</summary>
public sealed partial class BookshopServerTests : IAsyncLifetime
{
    private readonly WebApplication app = BookshopServer.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
    private Uri url = null!;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        url = new Uri(address, "/graphql");
    }

    [Theory]
    [InlineData("type Query { books( first: Int after: String last: Int before: String where: BookFilterInput order: [BookSortInput!] ): BookConnection! ")]
    [InlineData("bookById(id: ID!): Book ")]
    [InlineData("addBook( input: AddBookInput! ): AddBookPayload! ")]
    [InlineData("type AddBookPayload { book: Book errors: [AddBookError!] }")]
    [InlineData("union AddBookError = TitleTakenError")]
    [InlineData("type TitleTakenError implements Error {")]
    [InlineData("bookAdded: Book!")]
    public void The_schema_has_the_shapes_that_its_author_expects(string part)
    {
        // Without descriptions and weights, on one line.
        var plain = Asides.Replace(SchemaPrinter.Print(app.Services.GetRequiredService<Schema>()), " ");

        Assert.Contains(part, plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paged_field_filters_orders_counts_and_loads_in_one_batch() => Assert.Equal(
        """{"data":{"books":{"totalCount":2,"nodes":[{"title":"El Aleph","author":{"name":"Borges"}},{"title":"Ficciones","author":{"name":"Borges"}}],"pageInfo":{"hasNextPage":false}}}} 1""",
        await AskAsync("{ books(first: 2, where: { authorId: { eq: 1 } }, order: [{ title: ASC }]) { totalCount nodes { title author { name } } pageInfo { hasNextPage } } }")
            + $" {app.Services.GetRequiredService<Stock>().Batches}");

    [Fact]
    public async Task Fields_side_by_side_use_a_context_each() => Assert.Equal(
        """{"data":{"a":{"title":"Ficciones"},"b":{"title":"Rayuela"},"c":null}}""",
        await AskAsync("{ a: bookById(id: 1) { title } b: bookById(id: 2) { title } c: bookById(id: 9) { title } }"));

    [Fact]
    public async Task A_mutation_answers_with_what_it_made_or_with_its_own_error() => Assert.Equal(
        """{"data":{"a":{"book":{"title":"Bestiario"},"errors":null},"b":{"book":null,"errors":[{"__typename":"TitleTakenError","message":"There is a book called Rayuela.","title":"Rayuela"}]}}}""",
        await AskAsync("""
            mutation {
              a: addBook(input: { title: "Bestiario", authorId: 2 }) { book { title } errors { __typename } }
              b: addBook(input: { title: "Rayuela", authorId: 2 }) { book { title } errors { __typename ... on Error { message } ... on TitleTakenError { title } } }
            }
            """));

    [Fact]
    public async Task What_a_resolver_means_is_said_and_what_it_does_not_is_filtered()
    {
        var errors = JsonNode.Parse(await AskAsync("{ broken refused }"))!["errors"]!.AsArray();

        Assert.Equal(["SORRY", "CLOSED"], errors.Select(error => error!["extensions"]!["code"]!.GetValue<string>()));
        Assert.DoesNotContain("secret", errors.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("MONDAY", errors[1]!["extensions"]!["until"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_subscription_hears_what_a_mutation_sends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(new { query = "subscription { bookAdded { title } }" }) };
        request.Headers.Add("Accept", "text/event-stream");
        using var client = new HttpClient();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        await AskAsync("mutation { addBook(input: { title: \"Octaedro\", authorId: 2 }) { book { id } } }");

        string? line;
        do
        {
            line = await lines.ReadLineAsync();
        }
        while (line is not null && !line.StartsWith("data: {", StringComparison.Ordinal));
        Assert.Equal("""data: {"data":{"bookAdded":{"title":"Octaedro"}}}""", line);
    }

    [Fact]
    public async Task The_schema_can_be_exported()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, await app.RunWithGraphQLCommandsAsync(["schema", "export", "--output", path]));
            Assert.Equal(SchemaPrinter.Print(app.Services.GetRequiredService<Schema>()), await File.ReadAllTextAsync(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<string> AskAsync(string query)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(url, new { query });
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("""(\s+|\"{3}.*?\"{3}|@\w+\([^)]*\))+""", RegexOptions.Singleline)]
    private static partial Regex Asides { get; }
}
