using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Houses;

/// <summary>The program opened for each house: its pages and its API as a visitor without preferences reads them.</summary>
public sealed class HouseShopTests
{
    public static TheoryData<string> Houses => [.. HandbookCatalogue.Keys];

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task The_shop_shows_the_house_in_its_own_language(string house)
    {
        await using var host = await OpenAsync(house);
        var handbook = host.Services.GetRequiredService<Handbook>();
        using var http = host.CreateClient();
        var language = handbook.DefaultLanguage;

        var home = await ReadAsync(http, "/");
        Assert.Equal(language[..2], home.DocumentElement.GetAttribute("lang"));
        Assert.Equal(handbook.Texts.HeroTitle.In(language), home.QuerySelector("h1")!.TextContent);
        Assert.Contains(handbook.House.Name, home.Title!, StringComparison.Ordinal);
        Assert.Equal(handbook.House.Brand is not null, home.QuerySelector("link[href^='/brand-']") is not null);

        // COM-09: the footer says how to reach the house every day, and keeps emergencies for open tickets.
        var footer = home.QuerySelector("footer")!;
        Assert.All(handbook.House.Contacts.Everyday, point => Assert.Contains(point.Value, footer.TextContent, StringComparison.Ordinal));
        var everyday = handbook.House.Contacts.Everyday.Select(point => point.Value).ToList();
        Assert.All(
            handbook.House.Contacts.For(ContactPurpose.Emergency).Where(point => !everyday.Contains(point.Value)),
            point => Assert.DoesNotContain(point.Value, footer.TextContent, StringComparison.Ordinal));

        var plans = await ReadAsync(http, "/plans");
        Assert.Equal(handbook.Texts.PlansTitle.In(language), plans.QuerySelector("h1")!.TextContent);
        Assert.All(handbook.Plans.Plans, plan => Assert.Contains(plan.Name.In(language), Words(plans), StringComparison.Ordinal));
        Assert.All(handbook.Packages, package => Assert.Contains(package.Name.In(language), Words(plans), StringComparison.Ordinal));
        Assert.Equal(handbook.RateCard is not null && !handbook.SellsPlans, plans.QuerySelector(".rate") is not null);
        Assert.Equal(handbook.SellsPlans, plans.QuerySelector("#calculator") is not null);

        var questions = await ReadAsync(http, "/questions");
        Assert.Equal(
            handbook.Faq.SelectMany(topic => topic.Questions).Select(question => question.Question.In(language)),
            questions.QuerySelectorAll("details summary").Where(summary => summary.ParentElement!.ClassList.Contains("disclosure")).Select(summary => summary.TextContent));
        Assert.All(handbook.Legal, text => Assert.NotNull(home.QuerySelector($"footer a[href='/legal/{text.Key}']")));
        foreach (var text in handbook.Legal)
        {
            Assert.Equal(text.Title.In(language), (await ReadAsync(http, $"/legal/{text.Key}")).QuerySelector("h1")!.TextContent);
        }

        var signIn = await ReadAsync(http, "/sign-in");
        Assert.Contains(host.Services.GetRequiredService<DemoSignIns>().Customer.Email, Words(signIn), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task The_API_answers_for_the_house(string house)
    {
        await using var host = await OpenAsync(house);
        var handbook = host.Services.GetRequiredService<Handbook>();
        using var http = host.CreateClient();
        const string Query =
            "{ house { key name languages currencies zone taxName faq { key questions { key } } classes { key } packages { key prices { total { amount } } } addOns { key estimatedMinutes } } plans { key } }";
        using var answer = await http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query = Query });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var data = json.RootElement.GetProperty("data");
        var read = data.GetProperty("house");
        Assert.Equal(house, read.GetProperty("key").GetString());
        Assert.Equal(handbook.Currencies.Select(currency => currency.Code), read.GetProperty("currencies").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(handbook.Tax.Name.In(handbook.DefaultLanguage), read.GetProperty("taxName").GetString());
        Assert.Equal(handbook.Faq.Count, read.GetProperty("faq").GetArrayLength());
        Assert.Equal(handbook.Packages.Select(package => package.Key), Keys(read.GetProperty("packages")));
        Assert.Equal(handbook.AddOns.Select(addOn => addOn.Key), Keys(read.GetProperty("addOns")));
        Assert.Equal(handbook.Plans.Plans.Select(plan => plan.Key), Keys(data.GetProperty("plans")));
    }

    [Fact]
    public async Task FEN_19_An_add_on_opens_a_ticket_that_is_filled_in()
    {
        await using var host = await OpenAsync("fenicio");
        using var customer = await TicketVisitor.SignInAsync(host);
        var catalogue = await customer.ReadAsync("/add-ons");
        Assert.Equal(11, catalogue.QuerySelectorAll("main li.card").Length);

        var comparator = catalogue.QuerySelector("#comparator a")!;
        var form = await customer.ReadAsync(comparator.GetAttribute("href")!);
        Assert.Equal("Product comparator", ((IHtmlInputElement)form.QuerySelector("[name='Input.Subject']")!).Value);
        Assert.Contains("request", Chosen(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_without_add_ons_has_no_page_of_them()
    {
        await using var host = await OpenAsync("sense");
        using var http = host.CreateClient();
        using var answer = await http.GetAsync(new Uri("/add-ons", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FEN_16_FEN_18_The_comparison_shows_meetings_priority_and_answers_by_plan()
    {
        await using var host = await OpenAsync("fenicio");
        using var http = host.CreateClient();
        var rows = (await ReadAsync(http, "/plans")).QuerySelectorAll(".comparison tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        Assert.Equal(["Mensuales", "Quincenales", "Semanales"], rows["Reuniones de seguimiento"].Skip(1));
        Assert.Equal(["Baja", "Media", "Alta", "Muy alta"], rows["Prioridad al asignar tickets"]);
        Assert.Equal(["16 h hábiles", "8 h hábiles", "4 h hábiles", "2 h hábiles"], rows["Nivel 2: una persona responde en hasta"]);
    }

    [Fact]
    public async Task ALF_10_COM_09_The_phones_for_emergencies_are_on_an_open_ticket_and_not_before()
    {
        await using var host = await OpenAsync("alfinet");
        using var customer = await TicketVisitor.SignInAsync(host);
        var form = await customer.ReadAsync("/tickets/new");
        Assert.Null(form.QuerySelector("[data-emergency]"));

        var support = await OpenTicketAsync(customer, "support");
        Assert.Contains("+55 34 99134-7500", support.QuerySelector("[data-emergency]")!.TextContent, StringComparison.Ordinal);
        var evolution = await OpenTicketAsync(customer, "evolution");
        Assert.Null(evolution.QuerySelector("[data-emergency]"));
    }

    [Theory]
    [InlineData("alfinet")]
    [InlineData("tecnosoluciones")]
    [InlineData("sense")]
    public async Task A_customer_of_a_house_without_plans_is_offered_what_there_is(string house)
    {
        await using var host = await OpenAsync(house);
        using var customer = await TicketVisitor.SignInAsync(host);
        var account = await customer.ReadAsync("/account");
        Assert.NotNull(account.QuerySelector("main a[href='/tickets/new']"));
        Assert.NotNull(account.QuerySelector("main a[href='/plans']"));
        Assert.Null(account.QuerySelector("a[href='/hours'], a[href='/subscription']"));
    }

    /// <summary>With data of its own: what tests begin with otherwise belongs to another house.</summary>
    private static Task<StorefrontHost> OpenAsync(string house) => StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = house;
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, house);
    });

    private static async Task<IHtmlDocument> OpenTicketAsync(TicketVisitor customer, string kind)
    {
        var page = await customer.ReadAsync($"/tickets/new?kind={kind}");
        (string, string)[] fields = [("Input.Kind", kind), ("Input.Subject", "Something to do"), ("Input.Body", "Here is what we need."), ("step", "send")];
        using var answer = await customer.PostAsync("/tickets/new", page, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await customer.ReadAsync(answer.Headers.Location!.ToString());
    }

    private static string Chosen(IHtmlDocument form) => string.Concat(
        form.QuerySelectorAll("[name='Input.Kind'][checked], [name='Input.Kind'] option[selected]").Select(choice => choice.GetAttribute("value")));

    private static IEnumerable<string?> Keys(JsonElement list) => list.EnumerateArray().Select(item => item.GetProperty("key").GetString());

    private static string Words(IHtmlDocument page) => page.Body!.TextContent;

    private static async Task<IHtmlDocument> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
