using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Api;

/// <summary>questionWorkLog and answerWorkLogQuestion over the wire.</summary>
public sealed class WorkQuestionMutationTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Fields = "question { id text outcome answer }";

    [Fact]
    public async Task QuestionWorkLog_asks_once_and_finds_no_work_of_another_account()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var (_, log) = await WorkAsync(customer, staff);

        var theirs = await AskAsync(other, log, "Mine");
        var wordless = await AskAsync(customer, log, " ");
        var asked = await AskAsync(customer, log, "So long?");
        var again = await AskAsync(customer, log, "Well?");

        Assert.Equal(("NOT_FOUND", "TEXT_NOT_VALID", null, "WORK_ALREADY_QUESTIONED"), (CodeOf(theirs), CodeOf(wordless), CodeOf(asked), CodeOf(again)));
        Assert.Equal("So long?", asked["question"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnswerWorkLogQuestion_keeps_or_takes_back_and_is_the_house_s_alone()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var (ticket, log) = await WorkAsync(customer, staff);
        var question = (await AskAsync(customer, log, "So long?"))["question"]!["id"]!.GetValue<string>();
        string Input(string answer) => $$"""ticketId: "{{ticket}}", questionId: "{{question}}", answer: "{{answer}}", reverse: true""";

        var forbidden = await customer.PostAsync($$"""mutation { answerWorkLogQuestion(input: { {{Input("Mine")}} }) { {{Fields}} } }""");
        var wordless = await staff.DoAsync("answerWorkLogQuestion", Input(" "), Fields);
        var answered = await staff.DoAsync("answerWorkLogQuestion", Input("You are right."), Fields);
        var unknown = await staff.DoAsync("answerWorkLogQuestion", Input("Again").Replace(question, Guid.CreateVersion7().ToString(), StringComparison.Ordinal), Fields);

        Assert.Equal("FORBIDDEN", forbidden["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(("TEXT_NOT_VALID", null, "NOT_FOUND"), (CodeOf(wordless), CodeOf(answered), CodeOf(unknown)));
        Assert.Equal(("REVERSED", "You are right."), (answered["question"]!["outcome"]!.GetValue<string>(), answered["question"]!["answer"]!.GetValue<string>()));
    }

    private static async Task<(string Ticket, string Log)> WorkAsync(TicketApi customer, StaffApi staff)
    {
        await customer.Person.BuyAsync();
        var ticket = (await customer.OpenAsync())["id"]!.GetValue<string>();
        var logged = await staff.DoAsync(
            "logWork", $$"""ticketId: "{{ticket}}", minutes: 30, note: "Fixed it", idempotencyKey: "{{Guid.CreateVersion7()}}" """, "workLog { id }");
        Assert.Null(CodeOf(logged));
        return (ticket, logged["workLog"]!["id"]!.GetValue<string>());
    }

    private static Task<System.Text.Json.Nodes.JsonNode> AskAsync(TicketApi by, string log, string text) =>
        PayloadAsync(by.Http, "questionWorkLog", $$"""workLogId: "{{log}}", text: "{{text}}" """, Fields);
}
