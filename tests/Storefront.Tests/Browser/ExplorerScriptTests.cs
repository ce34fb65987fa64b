using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>What the explorer's editor knows of documents, variables and headers.</summary>
public sealed class ExplorerScriptTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserFact]
    public Task Suggestions_follow_from_where_the_cursor_is() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Equal("query {\n  \n}", (await script.CompleteAsync("|"))[0]);
        Assert.Equal(["plans {\n  \n}", "plan(key: ) {\n  \n}"], (await script.CompleteAsync("{ pl|"))[..2]);
        Assert.Equal(["interval"], await script.CompleteAsync("{ plans { prices { int|erval } } }"));
        Assert.Equal("availableMinutes", (await script.CompleteAsync("{ account { hourBalance(asOf: null) { lots { source } av| } } }"))[0]);
        Assert.Equal("hourBalance", (await script.CompleteAsync("{ account { hb| { usedMinutes } } }"))[0]);
        Assert.Equal("availableMinutes", (await script.CompleteAsync("{ broken( { } account { hourBalance { av|"))[0]);
        Assert.Equal("monthlyMinutes", (await script.CompleteAsync("{ cheap: plan(key: \"a\") { mo|"))[0]);
        Assert.DoesNotContain("__typename", await script.CompleteAsync("subscription { |"));
    });

    [BrowserFact]
    public Task Arguments_values_and_variables_are_suggested_by_their_types() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Equal(["key: "], await script.CompleteAsync("{ plan(|"));
        Assert.Equal(["key"], await script.CompleteAsync("{ plan(k|: \"a\") { name } }"));
        Assert.DoesNotContain("first: ", await script.CompleteAsync("{ account { tickets(first: 2, |"));
        Assert.Equal("status: ", (await script.CompleteAsync("{ account { tickets(where: { st|"))[0]);
        Assert.Contains("IN_PROGRESS", await script.CompleteAsync("{ account { tickets(where: { status: { in: [OPEN, |"));
        Assert.Equal(["LOW", "HIGH", "null"], await script.CompleteAsync("mutation { openTicket(input: { urgency: |"));
        Assert.Equal(["$key"], await script.CompleteAsync("query($key: String!, $first: Int) { plan(key: |"));
        Assert.Equal(["key"], await script.CompleteAsync("query($key: String!, $first: Int) { plan(key: $|"));
        Assert.Contains("TicketFilterInput", await script.CompleteAsync("query($where: Tic|"));
        Assert.DoesNotContain("Ticket", await script.CompleteAsync("query($where: Tic|"));
    });

    [BrowserFact]
    public Task Fragments_and_directives_are_suggested_where_they_may_stand() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Equal(["on ", "OfPlan"], await script.CompleteAsync("{ plans { ...| } } fragment OfPlan on Plan { name } fragment OfTicket on Ticket { number }"));
        Assert.Equal(["Plan", "PlanSubscription"], (await script.CompleteAsync("{ node(id: 1) { ... on Pl|"))[..2]);
        Assert.DoesNotContain("Money", await script.CompleteAsync("{ node(id: 1) { ... on |"));
        Assert.Equal("name", (await script.CompleteAsync("fragment OfPlan on Plan { na|"))[0]);
        Assert.Equal(["include(if: )", "skip(if: )"], await script.CompleteAsync("{ plans @|"));
        Assert.Equal(["true", "false"], await script.CompleteAsync("{ plans @include(if: |"));
    });

    [BrowserFact]
    public Task Nothing_is_suggested_within_comments_and_texts() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Empty(await script.CompleteAsync("{ # pl|"));
        Assert.Empty(await script.CompleteAsync("{ plan(key: \"pl|\") { name } }"));
        Assert.Empty(await script.CompleteAsync("{ plan(key: \"pl|"));
        Assert.Empty(await script.CompleteAsync("{ plan(key: \"\"\"pl|"));
        Assert.Empty(await script.CompleteAsync("query |"));
    });

    [BrowserFact]
    public Task Reading_on_after_each_letter_gives_what_reading_it_all_gives() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.True(await script.ReadsOnAsync("query A($a: Int = -1.5e3) { # note\n a(b: \"x\\\"y\", c: \"\"\"block\n \\\"\"\" \"\"\") ...F @skip(if: $a) § } # end"));
    });

    [BrowserFact]
    public Task Tidying_changes_nothing_but_space_and_is_done_once() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        const string Tidy = """"
            query A($a: Int = 1, $b: [String!]!) @include(if: true) {
              # what there is
              plan(key: $b) {
                ... on Plan {
                  name # as written
                }
                ...F @skip(if: true)
              }
              cheap: plans {
                key
              }
            }

            fragment F on Plan {
              prices(
                where: {
                  name: "a text that is long enough to need a line of its own"
                  note: """two
            lines"""
                }
              ) {
                amount
              }
            }

            """";
        Assert.Equal(Tidy, await script.FormatAsync(Tidy));
        Assert.Equal(Tidy, await script.FormatAsync(""""
            query A($a:Int=1,$b:[String!]!)@include(if:true){
            # what there is
            plan(key:$b){...on Plan{name # as written
            }...F@skip(if:true)} cheap:plans{key}}
            fragment F on Plan{prices(where:{name:"a text that is long enough to need a line of its own",note:"""two
            lines"""}){amount}}
            """"));
        Assert.Null(await script.FormatAsync("{ plans {"));
        Assert.Null(await script.FormatAsync("{ plans ? }"));
    });

    [BrowserFact]
    public Task Variables_are_checked_by_their_types_where_they_are_written() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;
        const string Open = "mutation Open($input: OpenTicketInput!, $n: Int = 1) { openTicket(input: $input) { ticket { number } } }";

        Assert.Equal(["variableMissing input"], await script.CheckVariablesAsync(Open, ""));
        Assert.Equal(["jsonForm 11"], await script.CheckVariablesAsync(Open, "{ \"input\": }"));
        Assert.Equal(["jsonObject 0"], await script.CheckVariablesAsync(Open, "[]"));
        Assert.Equal(["valueExpected $input"], await script.CheckVariablesAsync(Open, "{ \"input\": null }"));
        Assert.Equal(
            ["variableUnknown other", "valueExpected $input.subject", "valueExpected $input.urgency", "valueUnknown $input.colour", "valueMissing $input.body", "valueExpected $n"],
            await script.CheckVariablesAsync(Open, """{ "input": { "subject": 1, "kind": "support", "urgency": "SOON", "colour": "red" }, "n": 1.5, "other": 1 }"""));
        Assert.Empty(await script.CheckVariablesAsync(Open, """{ "input": { "subject": "a", "body": "b", "kind": "support", "attachments": "one" } }"""));
    });

    [BrowserFact]
    public Task Variables_are_suggested_by_their_types_where_they_are_written() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;
        const string Open = "mutation Open($input: OpenTicketInput!, $note: String, $n: Int = 1) { openTicket(input: $input) { ticket { number } } }";

        Assert.Equal(["{\n  \n}"], await script.CompleteVariablesAsync(Open, "|"));
        Assert.Equal(["\"input\": {\n    \n  }", "\"note\": \"\"", "\"n\": "], await script.CompleteVariablesAsync(Open, "{\n  |\n}"));
        Assert.Equal(["\"note\": \"\"", "\"n\": "], await script.CompleteVariablesAsync(Open, "{ \"input\": {}, \"n|"));
        Assert.Equal(["\"n\""], (await script.CompleteVariablesAsync(Open, "{ \"note\": \"\", \"n|\": 1 }"))[..1]);
        Assert.Equal(["\"subject\": \"\""], await script.CompleteVariablesAsync(Open, "{ \"input\": { \"kind\": \"a, b: {\", \"subj|"));
        Assert.Equal(["\"LOW\"", "\"HIGH\"", "null"], await script.CompleteVariablesAsync(Open, "{ \"input\": { \"urgency\": |"));
        Assert.Equal(["\"HIGH\""], await script.CompleteVariablesAsync(Open, "{ \"input\": { \"urgency\": \"H|\" } }"));
        Assert.Empty(await script.CompleteVariablesAsync(Open, "{ \"input\": { \"subject\": \"su|"));
        Assert.Empty(await script.CompleteVariablesAsync(Open, "[|"));
    });

    [BrowserFact]
    public Task Tokens_that_an_operation_names_are_not_kept() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Equal("""{ "input": { "token": "", "reference": "a" } }""", await script.WithoutSecretsAsync("""{ "input": { "token": "s\"ecret", "reference": "a" } }"""));
        Assert.Equal("mutation { confirm(newToken: \"\", plan: \"business\") { token } }", await script.WithoutSecretsAsync("mutation { confirm(newToken: \"abc\", plan: \"business\") { token } }"));
    });

    [BrowserFact]
    public Task Headers_are_lines_that_a_page_may_send() => VisitAsync(Screen.Desktop, async page =>
    {
        var script = (await new ExplorerPage(page).OpenAsync()).Script;

        Assert.Equal(
            ["Authorization=Bearer a:b", "headerForm", "headerName", "headerForbidden", "headerForbidden"],
            await script.CheckHeadersAsync("Authorization: Bearer a:b\n\nnonsense\nbad name: x\nCookie: session=1\nSec-Fetch-Site: none"));
    });
}
