using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketVisitor;

namespace Storefront.Tests.Features.Tickets;

/// <summary>The pages about tickets as a browser without scripts meets them.</summary>
public sealed class TicketPagesTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_12_What_would_come_of_it_is_shown_before_it_can_be_sent()
    {
        using var visitor = await SignInAsync(host);
        var empty = await visitor.ReadAsync("/tickets/new");
        Assert.True(empty.QuerySelector("[data-send]")!.HasAttribute("hidden"));

        // Sent without having been seen: it is shown instead.
        using var seen = await visitor.PostAsync("/tickets/new", empty, Fields(), ("pedidos.csv", Bytes("id;total\n")));
        var preview = await ParseAsync(seen);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Contains("Critical", preview.QuerySelector(".outlook-class")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, preview.QuerySelectorAll(".targets > li").Length);
        Assert.Contains("pedidos.csv", preview.QuerySelector(".kept-files")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Checkout fails", ((IHtmlInputElement)preview.QuerySelector("#Input_Subject")!).Value);

        using var sent = await visitor.PostAsync("/tickets/new", preview, Fields());
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var ticket = await visitor.ReadAsync(sent.Headers.Location!.ToString());
        Assert.Equal("Checkout fails", ticket.QuerySelector("h1")!.TextContent);
        Assert.Equal("can", ticket.QuerySelector(".message .prose strong")!.TextContent);
        Assert.Contains("pedidos.csv", ticket.QuerySelector(".attachments")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ana Rojas", ticket.QuerySelector(".message-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_14_The_form_says_that_nobody_is_there_when_a_promise_falls_due()
    {
        using var visitor = await SignInAsync(host);

        // The clock stands on a Monday at nine: the workaround is due on Tuesday at nine; Friday's example is asked of the action.
        var outlook = await visitor.ReadAsync("/tickets/new?handler=Outlook&kind=support&urgency=High&impact=High&schedule=false");
        Assert.Equal("Q1", ((IHtmlInputElement)outlook.QuerySelector("[data-seen]")!).Value);
        Assert.Empty(outlook.QuerySelectorAll(".target-absence"));

        await using var friday = await TicketCustomer.CreateAsync(DatabaseKind.Sqlite);
        friday.MoveTo(11, 6, 16, 30);
        var read = await friday.Store.Get<TicketOutlooks>().ReadAsync(
            friday.Account, new TicketQuestion("support", Urgency.High, Impact.High, Schedule: false, AddOn: null), CancellationToken.None);
        Assert.Equal([false, true], read.Targets.Select(target => target.DueWhileClosed));
        Assert.Null(read.BackAt);
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_something_is_wrong_and_each_fault_stands_beside_its_field()
    {
        using var visitor = await SignInAsync(host);
        var page = await visitor.ReadAsync("/tickets/new");

        using var answer = await visitor.PostAsync(
            "/tickets/new", page, Fields(subject: "").Where(field => field.Name != "Input.Impact"), ("virus.exe", Bytes("MZ")), ("real.txt", Bytes("fine")));

        var shown = await ParseAsync(answer);
        Assert.NotNull(shown.QuerySelector(".error-summary"));
        Assert.NotEmpty(shown.QuerySelector("#Input_Subject-error")!.TextContent);
        Assert.NotEmpty(shown.QuerySelector("#Input_Urgency-error")!.TextContent);
        Assert.Contains("virus.exe", shown.QuerySelector("#Input_Files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("real.txt", shown.QuerySelector(".kept-files")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody **can** pay.", shown.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True(((IHtmlInputElement)shown.QuerySelector("[name='Input.Urgency'][value=High]")!).IsChecked);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once_in_the_form_s_order_and_says_of_what()
    {
        using var visitor = await SignInAsync(host);

        using var answer = await visitor.PostAsync("/tickets/new", await visitor.ReadAsync("/tickets/new"), []);

        Assert.Equal(
            ["#Input_Kind", "#Input_Subject", "#Input_Body", "#Input_Urgency"],
            (await ParseAsync(answer)).QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["Subject: Write something.", "Description: Write something."],
            (await ParseAsync(answer)).QuerySelectorAll(".error-summary a").Skip(1).Take(2).Select(link => link.TextContent));
    }

    [Fact]
    public async Task What_is_sent_to_a_page_that_takes_nothing_is_not_found()
    {
        using var visitor = await SignInAsync(host);
        var page = await visitor.ReadAsync("/tickets/new");

        foreach (var path in (string[])["/tickets", "/tickets?handler=Nothing", "/orders"])
        {
            using var answer = await visitor.Http.PostAsync(path, new FormUrlEncodedContent([Antiforgery(page)]));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_with_its_files_opens_one_ticket()
    {
        using var visitor = await SignInAsync(host);
        using var seen = await visitor.PostAsync("/tickets/new", await visitor.ReadAsync("/tickets/new"), Fields());
        var preview = await ParseAsync(seen);

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.PostAsync("/tickets/new", preview, Fields(), ("log.txt", Bytes("one line")))));

        Assert.All(sent, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(sent.Select(answer => answer.Headers.Location).Distinct());
        Assert.Single((await visitor.ReadAsync("/tickets?show=all")).QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task The_list_says_what_to_do_when_it_is_empty_and_finds_by_number_and_by_words_without_accents()
    {
        using var visitor = await SignInAsync(host);
        Assert.NotNull((await visitor.ReadAsync("/tickets")).QuerySelector(".empty a[href='/tickets/new']"));
        var number = await OpenAsync(visitor, "Facturación Ñandú");
        await OpenAsync(visitor, "100%_other");

        Assert.Equal(2, await CountAsync(visitor, "/tickets"));
        Assert.Equal(1, await CountAsync(visitor, "/tickets?q=facturacion"));
        Assert.Equal(1, await CountAsync(visitor, $"/tickets?q=%23{number}"));
        Assert.Equal(1, await CountAsync(visitor, "/tickets?q=0%25_"));
        Assert.Equal(0, await CountAsync(visitor, "/tickets?q=nothing%00%0A"));
        Assert.Equal(0, await CountAsync(visitor, "/tickets?show=finished"));
        Assert.Equal(2, await CountAsync(visitor, "/tickets?class=Q1"));
        Assert.Equal(0, await CountAsync(visitor, "/tickets?class=Q4"));
        Assert.Equal(2, await CountAsync(visitor, "/tickets?after=nonsense"));
    }

    [Fact]
    public async Task A_ticket_is_answered_closed_rated_and_reopened()
    {
        using var visitor = await SignInAsync(host);
        var path = $"/tickets/{await OpenAsync(visitor)}";

        using var replied = await visitor.PostAsync($"{path}?handler=Reply", await visitor.ReadAsync(path), [("Input.Body", "And <script>alert(1)</script>")], ("a.txt", Bytes("a")));
        Assert.Equal(HttpStatusCode.Redirect, replied.StatusCode);
        var page = await visitor.ReadAsync(path);
        Assert.Equal(2, page.QuerySelectorAll(".message").Length);
        Assert.Empty(page.QuerySelectorAll(".message script"));

        using var empty = await visitor.PostAsync($"{path}?handler=Reply", page, [("Input.Body", " ")]);
        Assert.NotEmpty((await ParseAsync(empty)).QuerySelector("#Input_Body-error")!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(visitor, path, "Close"));
        Assert.Null((await visitor.ReadAsync(path)).QuerySelector("textarea"));
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(visitor, path, "Rate", ("rating", "5"), ("comment", "Fast")));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(visitor, path, "Rate", ("rating", "9")));
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(visitor, path, "Reopen"));
        Assert.NotNull((await visitor.ReadAsync(path)).QuerySelector("textarea"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(visitor, path, "Rate", ("rating", "4")));
    }

    [Fact]
    public async Task COM_03_The_receipt_of_every_promise_is_on_the_page_and_to_be_kept_as_a_file()
    {
        using var visitor = await SignInAsync(host);
        var number = await OpenAsync(visitor);
        var page = await visitor.ReadAsync($"/tickets/{number}");
        Assert.Equal(2, page.QuerySelectorAll("[data-receipt] table").Length);

        using var answer = await visitor.Http.GetAsync(page.QuerySelector("[data-receipt] a[download]")!.GetAttribute("href"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Ticket,Class,Promise,Within,From,To,Clock ran,Why it stood still,Minutes counted,Due,Done,State", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"{number},Critical,Work starts,within 4 business hours,2026-11-02 ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("-03:00,,running", lines[1], StringComparison.Ordinal);

        using var other = await SignInAsync(host);
        using var foreign = await other.Http.GetAsync($"/tickets/{number}/receipt.csv");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task FLU_15_Own_tickets_of_one_class_change_places_in_the_list()
    {
        using var visitor = await SignInAsync(host);
        var (first, second) = (await OpenAsync(visitor, "One"), await OpenAsync(visitor, "Two"));
        await OpenAsync(visitor, "Alone", "Low");
        var list = await visitor.ReadAsync("/tickets");
        Assert.Equal(2, list.QuerySelectorAll(".queue-moves button").Length);
        var up = list.QuerySelector($"button[name=order][value='{second}-{first}']")!;

        using var moved = await PostMoveAsync(visitor, list, up.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.NotNull((await visitor.ReadAsync("/tickets")).QuerySelector($"button[name=order][value='{first}-{second}']"));
        using var forged = await PostMoveAsync(visitor, list, "999999-1");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task A_refused_rating_keeps_its_words_and_a_step_that_is_not_possible_names_those_that_are()
    {
        using var visitor = await SignInAsync(host);
        var path = $"/tickets/{await OpenAsync(visitor)}";
        await ActAsync(visitor, path, "Close");
        var page = await visitor.ReadAsync(path);

        using var refused = await visitor.Http.PostAsync($"{path}?handler=Rate", new FormUrlEncodedContent(
            [KeyValuePair.Create("rating", "9"), KeyValuePair.Create("comment", "Well done, mostly"), Antiforgery(page)]));
        Assert.Equal("Well done, mostly", ((IHtmlInputElement)(await ParseAsync(refused)).QuerySelector("#comment")!).Value);

        await ActAsync(visitor, path, "Reopen");
        using var again = await visitor.Http.PostAsync($"{path}?handler=Reopen", new FormUrlEncodedContent([Antiforgery(page)]));
        Assert.Contains("Possible now: Closed.", (await ParseAsync(again)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_26_Frequent_questions_stand_by_topic_and_open_one_by_one()
    {
        using var http = host.CreateClient();
        using var answer = await http.GetAsync("/questions");
        var page = await ParseAsync(answer);
        var faq = host.Services.GetRequiredService<Storefront.Domain.Houses.Handbook>().Faq;
        Assert.True(faq.Count > 1);
        Assert.Equal(faq.Sum(topic => topic.Questions.Count), page.QuerySelectorAll("details.disclosure").Length);
    }

    [Fact]
    public async Task COM_06_Another_accounts_ticket_is_not_found_whatever_is_asked_of_it()
    {
        using var owner = await SignInAsync(host);
        using var other = await SignInAsync(host);
        var path = $"/tickets/{await OpenAsync(owner)}";
        var own = $"/tickets/{await OpenAsync(other)}";

        using var read = await other.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using var reply = await other.PostAsync($"{path}?handler=Reply", await other.ReadAsync(own), [("Input.Body", "Hello")]);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        foreach (var action in new[] { "Close", "Reopen", "Rate" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await ActAsync(other, path, action, own));
        }

        using var missing = await other.Http.GetAsync("/tickets/999999");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(1, await CountAsync(other, "/tickets?show=all"));
        Assert.Equal(0, await CountAsync(other, $"/tickets?show=all&q={path[9..]}"));
    }

    [Fact]
    public async Task COM_06_A_note_among_staff_changes_nothing_that_the_customer_sees()
    {
        using var visitor = await SignInAsync(host);
        var number = await OpenAsync(visitor);
        // The page tells how long promises have run so far, and is the same as long as no time passes.
        await host.MoveClockAsync(Duration.FromMinutes(1));
        var before = await RegionsAsync(visitor, number);
        var account = visitor.Person.Account;
        var ticket = (await host.Services.GetRequiredService<TicketReader>().FindIdAsync(account, number, CancellationToken.None))!.Value;
        await host.Transactions.RunAsync<Done>(
            account,
            (scope, _) =>
            {
                scope.Db.Add(new StaffNote
                {
                    AccountId = account,
                    Id = TicketMessageId.New(scope.Now),
                    TicketId = ticket,
                    AuthorId = UserId.New(scope.Now),
                    Body = "Between us",
                    At = scope.Now,
                });
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);

        Assert.Equal(before, await RegionsAsync(visitor, number));
    }

    [Fact]
    public async Task Who_only_reads_sees_tickets_and_is_told_why_nothing_can_be_sent()
    {
        using var reader = await SignInAsync(host, MemberRole.Viewer);

        using var answer = await reader.PostAsync("/tickets/new", await reader.ReadAsync("/tickets/new"), Fields());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await ParseAsync(answer)).QuerySelector(".error-summary"));
    }

    [Theory]
    [InlineData("/tickets")]
    [InlineData("/tickets/new")]
    [InlineData("/tickets/1")]
    public async Task Strangers_are_asked_to_sign_in(string path)
    {
        using var stranger = host.CreateClient();

        using var answer = await stranger.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "Abrir un ticket")]
    [InlineData("pt", "Abrir um ticket")]
    [InlineData("en", "Open a ticket")]
    public async Task The_form_speaks_the_readers_language_and_the_house_its_own_words(string language, string title)
    {
        using var visitor = await SignInAsync(host);
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));

        var page = await visitor.ReadAsync("/tickets/new");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        var question = host.Services.GetRequiredService<Handbooks>().Present.Tickets.Questions!.Urgency.Question.In(language);
        Assert.Contains(question, page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static KeyValuePair<string, string> Antiforgery(IHtmlDocument page) => KeyValuePair.Create(
        "__RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value);

    private static Task<HttpResponseMessage> PostMoveAsync(TicketVisitor visitor, IHtmlDocument list, string order) => visitor.Http.PostAsync(
        list.QuerySelector("#queue-order")!.GetAttribute("action"), new FormUrlEncodedContent([KeyValuePair.Create("order", order), Antiforgery(list)]));

    private static async Task<int> OpenAsync(TicketVisitor visitor, string subject = "Checkout fails", string urgency = "High")
    {
        using var seen = await visitor.PostAsync("/tickets/new", await visitor.ReadAsync("/tickets/new"), Fields(urgency, subject: subject));
        using var sent = await visitor.PostAsync("/tickets/new", await ParseAsync(seen), Fields(urgency, subject: subject));
        return int.Parse(sent.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<int> CountAsync(TicketVisitor visitor, string path) => (await visitor.ReadAsync(path)).QuerySelectorAll(".row").Length;

    private static async Task<string> RegionsAsync(TicketVisitor visitor, int number) => string.Concat(
        (await visitor.ReadAsync($"/tickets/{number}")).QuerySelectorAll("[data-live-region], [data-live-after]")
            .Select(region => region.HasAttribute("data-live-after") ? region.GetAttribute("data-live-after") : region.OuterHtml))
        + string.Concat((await visitor.ReadAsync("/tickets")).QuerySelectorAll(".row [datetime]").Select(time => time.GetAttribute("datetime")));

    private static async Task<HttpStatusCode> ActAsync(TicketVisitor visitor, string path, string action, params (string Name, string Value)[] fields) =>
        await ActAsync(visitor, path, action, path, fields);

    private static async Task<HttpStatusCode> ActAsync(
        TicketVisitor visitor, string path, string action, string formFrom, params (string Name, string Value)[] fields)
    {
        var page = await visitor.ReadAsync(formFrom);
        var token = ((IHtmlInputElement)page.QuerySelector("#ticket-actions [name=__RequestVerificationToken]")!).Value;
        var all = fields.Append(("__RequestVerificationToken", token)).ToDictionary(field => field.Item1, field => field.Item2);
        using var answer = await visitor.Http.PostAsync($"{path}?handler={action}", new FormUrlEncodedContent(all));
        return answer.StatusCode;
    }
}
