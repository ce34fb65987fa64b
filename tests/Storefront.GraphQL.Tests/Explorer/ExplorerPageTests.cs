using System.Net;
using System.Text.RegularExpressions;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Explorer;

/// <summary>The explorer's pages as the library serves them alone, read without a browser.</summary>
public sealed partial class ExplorerPageTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(configure: graphql => graphql.AddTypeExtension<Documented>());

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_browser_gets_a_page_with_one_script_nothing_inline_and_nothing_from_elsewhere()
    {
        using var response = await server.SendAsync(HttpMethod.Get, headers: ("Accept", Browser));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'; script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("Accept", string.Join(',', response.Headers.GetValues("Vary")), StringComparison.Ordinal);
        Assert.Single(Script().Matches(page));
        Assert.DoesNotMatch(@"(?i)<style| style=| on[a-z]+=|<script>", page);
        Assert.All(Resource().Matches(page).Select(match => match.Groups[1].Value), address => Assert.StartsWith("/graphql/assets/", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/json, text/html;q=0.9")]
    [InlineData("application/graphql-response+json, text/html")]
    [InlineData("text/event-stream, text/html")]
    [InlineData("text/html;q=0, */*")]
    [InlineData("")]
    public async Task Who_does_not_prefer_HTML_is_answered_as_a_program(string accept)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "?query=%7Bhello%7D", headers: ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Hello, world!", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_an_operation_opens_it_in_the_editor_and_runs_nothing()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "?query=%7Bhello(name:%22%3C/textarea%3E%22)%7D", headers: ("Accept", Browser));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("{hello(name:&quot;&lt;/textarea&gt;&quot;)}</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello,", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_come_first_each_with_what_it_is_for()
    {
        var page = await ReadAsync("");

        var queries = page.IndexOf(">Queries</a>", StringComparison.Ordinal);
        var mutations = page.IndexOf(">Mutations</a>", StringComparison.Ordinal);
        var subscriptions = page.IndexOf(">Subscriptions</a>", StringComparison.Ordinal);
        Assert.True(queries > 0 && mutations > queries && subscriptions > mutations);
        Assert.Contains("""<a href="/graphql/types/Subscription#Subscription.countdown"><code>countdown</code></a> <span class="explorer-brief">Counts down and ends.</span>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_has_an_address_its_arguments_deprecation_cost_and_a_way_to_try_it()
    {
        var page = await ReadAsync("/types/Query");
        var member = Between(page, """<li class="explorer-member" id="Query.orders">""", """id="Query.hello">""", """id="Query.wait">""");

        Assert.Contains("""<a href="/graphql/types/Order">Order</a>!]!""", member, StringComparison.Ordinal);
        Assert.Contains("""id="Query.orders.first">""", member, StringComparison.Ordinal);
        Assert.Contains("Deprecated", member, StringComparison.Ordinal);
        Assert.Contains("""Ask for <a href="/graphql/types/Order"><code>Order</code></a> by its key.""", member, StringComparison.Ordinal);
        Assert.Contains("Cost: 7.", member, StringComparison.Ordinal);
        Assert.Contains("Costs as many items as asked for by first.", member, StringComparison.Ordinal);
        Assert.Contains("query%20Orders%28%24first%3A%20Int%21%29%20%7B%0A%20%20orders%28first%3A%20%24first%29%20%7B%0A%20%20%20%20key%0A", member, StringComparison.Ordinal);
        Assert.Contains("&amp;variables=%7B%0A%20%20%22first%22%3A%201%0A%7D", member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_says_where_it_is_used_and_who_implements_it()
    {
        var order = await ReadAsync("/types/Order");
        var state = await ReadAsync("/types/OrderState");

        Assert.Contains("""<a href="/graphql/types/Query#Query.orders"><code>Query.orders</code></a>""", order, StringComparison.Ordinal);
        Assert.Contains("""<a href="/graphql/types/Query#Query.orders.state"><code>Query.orders(state:)</code></a>""", state, StringComparison.Ordinal);
        Assert.Contains("""id="OrderState.OPEN">""", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_nothing_is_not_found_and_shows_what_resembles_it()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/graphql/types/orders", headers: ("Accept", Browser));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/graphql/types/Query#Query.orders", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order", "Order")]
    [InlineData("orders", "Query.orders")]
    [InlineData("counts down", "Subscription.countdown")]
    [InlineData("orderstate open", "OrderState.OPEN")]
    [InlineData("@deprecated", "@deprecated")]
    public async Task A_search_finds_names_and_words_of_descriptions_the_best_first(string question, string first)
    {
        var page = await ReadAsync($"/search?q={Uri.EscapeDataString(question)}");

        Assert.Equal(first, SearchHit().Match(page[page.IndexOf("data-explorer-article", StringComparison.Ordinal)..]).Groups[1].Value);
    }

    [Fact]
    public async Task What_is_searched_for_is_text_whatever_it_is()
    {
        var page = await ReadAsync($"/search?q={Uri.EscapeDataString("<script>alert(1)</script>" + new string('x', 10_000))}");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.True(page.Length < 30_000);
    }

    [Theory]
    [InlineData("es", "Consultas")]
    [InlineData("pt", "Assinaturas")]
    public async Task The_frame_speaks_the_reader_s_language(string language, string word)
    {
        var previous = System.Globalization.CultureInfo.DefaultThreadCurrentUICulture;
        System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Contains(word, await ReadAsync(""), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = previous;
        }
    }

    [Fact]
    public async Task Only_the_documentation_is_sent_to_who_asks_for_that_part()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/graphql/types/Query", headers: [("Accept", "text/html"), ("GraphQL-Explorer-Part", "documentation")]);
        var part = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("<div data-explorer-documentation", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", part, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, $"/graphql{path}", headers: ("Accept", Browser));
        return await response.Content.ReadAsStringAsync();
    }

    // A member's text ends where one of those that may follow begins.
    private static string Between(string page, string start, params ReadOnlySpan<string> ends)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from > 0, $"{start} is not on the page.");
        var to = page.Length;
        foreach (var end in ends)
        {
            var at = page.IndexOf(end, from + start.Length, StringComparison.Ordinal);
            to = at > 0 && at < to ? at : to;
        }

        return page[from..to];
    }

    [GeneratedRegex("<script[^>]*src=")]
    private static partial Regex Script();

    [GeneratedRegex("(?:<script[^>]*src|<link[^>]*href)=\"([^\"]*)\"")]
    private static partial Regex Resource();

    [GeneratedRegex("<li><a href=\"[^\"]*\"><code>([^<]*)</code>")]
    private static partial Regex SearchHit();

    [ExtendObjectType("Query")]
    public sealed class Documented
    {
        /// <summary>What was ordered.</summary>
        /// <param name="first">How many.</param>
        /// <param name="state">Those of one state; all when it is not given.</param>
        [GraphQLDeprecated("Ask for `Order` by its key.")]
        [Cost(7)]
        [ListSize(SlicingArguments = ["first"])]
        public static IReadOnlyList<Order> Orders(int first, OrderState? state) => [];
    }

    /// <summary>Something that was ordered.</summary>
    /// <param name="Key">Its name.</param>
    public sealed record Order(string Key);

    /// <summary>Where an order stands.</summary>
    public enum OrderState
    {
        /// <summary>Nothing was done yet.</summary>
        Open,

        /// <summary>Everything was done.</summary>
        Done,
    }
}
