using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Mutations;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class MutationConventionTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddMutationType(typeof(Mutation))
        .AddTypeExtension(typeof(RefusalMessages))
        .AddMutationConventions()
        .AddFieldResult(typeof(Outcome<>), nameof(Outcome<int>.Value), nameof(Outcome<int>.Refusal)));

    [Fact]
    public void A_mutation_takes_one_input_and_returns_a_payload()
    {
        Assert.Equal(
            """"
            type Mutation {
              openTicket(
                """What is asked for."""
                input: OpenTicketInput!
              ): OpenTicketPayload!
              closeTicket(
                """What is asked for."""
                input: CloseTicketInput!
              ): CloseTicketPayload!
              reopen: ReopenPayload!
              logWork(
                """What is asked for."""
                input: LogWorkInput!
              ): LogWorkPayload!
              touch: TouchPayload!
              list(
                """What is asked for."""
                input: ListInput!
              ): ListPayload!
              plain(number: Int!): Int!
            }
            """".ReplaceLineEndings("\n"),
            Fixture.Print("Mutation"));
        Assert.Equal("input OpenTicketInput {\n  subject: String!\n  body: String\n  urgent: Boolean! = false\n}", Skip(Fixture.Print("OpenTicketInput")));
        Assert.Equal("type CloseTicketPayload {\n  \"\"\"What came of it; null where there are errors.\"\"\"\n  ticket: Ticket\n\n  \"\"\"Why it was refused; null where it was done.\"\"\"\n  errors: [CloseTicketError!]\n}", Skip(Fixture.Print("CloseTicketPayload")));
        Assert.Equal("type LogWorkPayload {\n  minutes: Int\n  ticket: Ticket\n\n  \"\"\"Why it was refused; null where it was done.\"\"\"\n  errors: [LogWorkError!]\n}", Skip(Fixture.Print("LogWorkPayload")));
    }

    [Fact]
    public void Errors_are_a_union_whose_members_share_an_interface()
    {
        Assert.Equal("union CloseTicketError = AlreadyClosedError | NotYoursError", Skip(Fixture.Print("CloseTicketError")));
        Assert.StartsWith("type AlreadyClosedError implements Error {\n  at: LocalDate!\n", Fixture.Print("AlreadyClosedError"), StringComparison.Ordinal);
        Assert.Equal("type NotEnoughHoursError implements Error {\n  code: String!\n  shortfallMinutes: Int!\n  message: String!\n}", Fixture.Print("NotEnoughHoursError"));
        Assert.Equal("union LogWorkError = NotEnoughHoursError | NoSuchTicketError", Skip(Fixture.Print("LogWorkError")));
    }

    [Fact]
    public void Errors_that_go_together_stand_under_one_name_and_come_before_a_mutations_own() =>
        Assert.Equal("union ReopenError = AlreadyClosedError | NotYoursError | NotEnoughHoursError", Skip(Fixture.Print("ReopenError")));

    [Fact]
    public async Task What_came_of_it_is_named_after_its_type() => Assert.Equal(
        """{"data":{"openTicket":{"ticket":{"subject":"Help!"}}}}""",
        await Fixture.ExecuteAsync("mutation { openTicket(input: { subject: \"Help\", urgent: true }) { ticket { subject } } }"));

    [Fact]
    public async Task Absent_and_null_differ_in_inputs()
    {
        Assert.Contains("no body", await Fixture.ExecuteAsync("mutation { openTicket(input: { subject: \"\" }) { ticket { subject } } }"), StringComparison.Ordinal);
        Assert.Contains("null body", await Fixture.ExecuteAsync("mutation { openTicket(input: { subject: \"\", body: null }) { ticket { subject } } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_that_are_declared_become_errors() => Assert.Equal(
        """{"data":{"closeTicket":{"ticket":null,"errors":[{"__typename":"AlreadyClosedError","code":"ALREADY_CLOSED","message":"Closed already.","at":"2026-11-22"}]}}}""",
        await Fixture.ExecuteAsync("mutation { closeTicket(input: { number: 1 }) { ticket { subject } errors { __typename ... on Error { code message } ... on AlreadyClosedError { at } } } }"));

    [Fact]
    public async Task An_error_class_is_made_from_an_exception() => Assert.Equal(
        """{"data":{"closeTicket":{"errors":[{"code":"NOT_YOURS","message":"made of: secret"}]}}}""",
        await Fixture.ExecuteAsync("mutation { closeTicket(input: { number: 2 }) { errors { ... on Error { code message } } } }"));

    [Fact]
    public async Task Exceptions_that_are_not_declared_are_faults()
    {
        var response = await Fixture.ExecuteAsync("mutation { closeTicket(input: { number: 3 }) { ticket { subject } } }");

        Assert.Contains("\"data\":null", response, StringComparison.Ordinal);
        Assert.DoesNotContain("a fault", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_in_the_host_s_result_type_become_errors()
    {
        const string document = "mutation($minutes: Int!) { logWork(input: { minutes: $minutes }) { minutes errors { ... on Error { code message } ... on NotEnoughHoursError { shortfallMinutes } } } }";

        Assert.Equal("""{"data":{"logWork":{"minutes":30,"errors":null}}}""", await Fixture.ExecuteAsync(document, new { minutes = 30 }));
        Assert.Equal(
            """{"data":{"logWork":{"minutes":null,"errors":[{"code":"NOT_ENOUGH_HOURS","message":"NOT_ENOUGH_HOURS in words","shortfallMinutes":40}]}}}""",
            await Fixture.ExecuteAsync(document, new { minutes = 100 }));
    }

    [Fact]
    public async Task Nothing_but_success_is_said_of_a_mutation_without_a_value()
    {
        Assert.Equal("""{"data":{"touch":{"success":true}}}""", await Fixture.ExecuteAsync("mutation { touch { success } }"));
        Assert.Equal("""{"data":{"list":{"tickets":[{"subject":"a"}]}}}""", await Fixture.ExecuteAsync("mutation { list(input: { subjects: [\"a\"] }) { tickets { subject } } }"));
    }

    // Without the type's own description.
    private static string Skip(string printed) => printed[(printed.IndexOf("\"\"\"\n", StringComparison.Ordinal) + 4)..];

    public sealed record Ticket(string Subject);

    public abstract record Refusal
    {
        public abstract string Code { get; }
    }

    public sealed record NotEnoughHours(int ShortfallMinutes) : Refusal
    {
        public override string Code => "NOT_ENOUGH_HOURS";
    }

    public sealed record NoSuchTicket : Refusal
    {
        public override string Code => "NO_SUCH_TICKET";
    }

    public sealed class Outcome<T>(T? value, Refusal? refusal)
    {
        public T? Value => value;

        public Refusal? Refusal => refusal;
    }

    public sealed record LogWorkPayload(int Minutes, Ticket Ticket);

    public sealed record CloseTicketInput(int Number);

    public sealed class AlreadyClosedException(DateOnly at) : Exception("Closed already.")
    {
        public DateOnly At { get; } = at;
    }

    public sealed record NotYoursError(string Message)
    {
        public static NotYoursError CreateErrorFrom(UnauthorizedAccessException exception) => new($"made of: {exception.Message}");
    }

    [ExtendObjectType<Refusal>]
    public static class RefusalMessages
    {
        public static string GetMessage([Parent] Refusal refusal) => $"{refusal.Code} in words";
    }

    public static class Query
    {
        public static int One() => 1;
    }

    [Error<AlreadyClosedException>]
    [Error<NotYoursError>]
    private sealed class ClosingErrorsAttribute : ErrorGroupAttribute;

    public static class Mutation
    {
        public static FieldResult<Ticket> OpenTicket(string subject, Optional<string?> body, bool urgent = false) =>
            new Ticket($"{subject}{(urgent ? "!" : string.Empty)}{(subject.Length > 0 ? string.Empty : body.HasValue ? $"{body.Value ?? "null"} body" : "no body")}");

        [Error<AlreadyClosedException>]
        [Error<NotYoursError>]
        public static async Task<Ticket> CloseTicketAsync(CloseTicketInput input)
        {
            await Task.Yield();
            throw input.Number switch
            {
                1 => new AlreadyClosedException(new DateOnly(2026, 11, 22)),
                2 => new UnauthorizedAccessException("secret"),
                _ => new InvalidOperationException("a fault"),
            };
        }

        [ClosingErrors]
        [Error<NotEnoughHours>]
        public static Task<int> ReopenAsync() => Task.FromResult(1);

        [Error<Refusal>]
        public static Task<Outcome<LogWorkPayload>> LogWorkAsync(int minutes) => Task.FromResult(
            minutes > 60
                ? new Outcome<LogWorkPayload>(null, new NotEnoughHours(minutes - 60))
                : new Outcome<LogWorkPayload>(new LogWorkPayload(minutes, new Ticket("t")), null));

        public static Task TouchAsync() => Task.CompletedTask;

        public static IReadOnlyList<Ticket> List(string[] subjects) => [.. subjects.Select(subject => new Ticket(subject))];

        [UseMutationConvention(Disable = true)]
        public static int Plain(int number) => number;
    }
}
