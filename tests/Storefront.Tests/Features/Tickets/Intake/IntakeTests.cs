using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Credentials;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets.Intake;

/// <summary>How tickets are taken in, on the houses that have rules for it.</summary>
public sealed class IntakeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_07_The_outcome_is_kept_told_in_words_and_by_mail_and_said_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        await desk.AddMemberAsync("bruno@loja.example", "pt");
        var ticket = await desk.OpenAsync(Input("support"));
        var input = new ConcludeAnalysisInput(AnalysisOutcome.Clarification, "Em qual navegador?", IdempotencyKey: "once");

        Assert.Null((await ConcludeAsync(desk, ticket, input)).Refusal);
        Assert.Null((await ConcludeAsync(desk, ticket, input)).Refusal);

        var shown = await desk.ShowAsync(ticket);
        Assert.Equal(TicketStatus.WaitingForCustomer, shown.Ticket.Status);
        Assert.Equal(["Nobody can pay.", "Em qual navegador?"], shown.Messages.Select(message => message.Message.Body));
        Assert.Equal(AnalysisOutcome.Clarification, (await IntakeOfAsync(desk, ticket))!.Outcome);
        Assert.Single(await desk.MailsAsync());
        Assert.Equal(
            ["ticket.opened", "ticket.replied", "ticket.analysed", "ticket.status-changed"], (await desk.Customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_07_ALF_09_The_reply_to_a_clarification_lets_the_analysis_go_on_to_another_outcome(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        var ticket = await desk.OpenAsync(Input("support"));
        await ConcludeAsync(desk, ticket, new ConcludeAnalysisInput(AnalysisOutcome.Clarification, "Which browser?"));
        await desk.Customer.ReplyAsync(ticket.Id, "All of them");

        Assert.Null((await ConcludeAsync(desk, ticket, new ConcludeAnalysisInput(AnalysisOutcome.Done, "Done."))).Refusal);

        Assert.Equal(TicketStatus.Resolved, (await desk.ShowAsync(ticket)).Ticket.Status);
        Assert.Equal(AnalysisOutcome.Done, (await IntakeOfAsync(desk, ticket))!.Outcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_01_A_third_party_s_fault_is_turned_down_as_support_with_the_reason_and_can_be_quoted(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        var ticket = await desk.OpenAsync(Input("support"));
        Assert.IsType<QuoteNotOffered>((await QuoteAsync(desk, ticket)).Refusal);
        Assert.IsType<UnknownOutsideSupport>((await TurnDownAsync(desk, ticket, "no-such")).Refusal);

        Assert.Null((await TurnDownAsync(desk, ticket, "third-party-app", "É o aplicativo de frete.")).Refusal);
        var turnedDown = await desk.ShowAsync(ticket);
        Assert.Null((await QuoteAsync(desk, ticket)).Refusal);
        Assert.Null((await QuoteAsync(desk, ticket)).Refusal);
        var reopened = (await desk.ShowAsync(ticket)).Ticket;

        var told = turnedDown.Messages[^1].Message;
        Assert.Equal((TicketStatus.Resolved, true), (turnedDown.Ticket.Status, told.IsFromStaff));
        Assert.EndsWith("É o aplicativo de frete.", told.Body, StringComparison.Ordinal);
        Assert.Contains("não os aplicativos de terceiros", told.Body, StringComparison.Ordinal);
        Assert.Equal((TicketStatus.Open, "evolution", "evolucao"), (reopened.Status, reopened.KindKey, reopened.ClassKey));
        Assert.Single(await desk.Customer.EventsAsync(), happened => happened.Type == "ticket.quote-asked");
    }

    [Fact]
    public async Task SEN_13_Damage_from_the_customer_s_own_changes_is_turned_down_and_not_quoted_here()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite, "sense");
        var ticket = await desk.OpenAsync(Input("styles"));

        Assert.Null((await TurnDownAsync(desk, ticket, "own-changes")).Refusal);

        Assert.Contains("cambio", (await desk.ShowAsync(ticket)).Messages[^1].Message.Body, StringComparison.Ordinal);
        Assert.IsType<QuoteNotOffered>((await QuoteAsync(desk, ticket)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_12_A_third_need_on_the_priority_line_is_turned_down_and_the_right_channel_named(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "sense");
        await desk.AddMemberAsync("ana@tienda.example", "es");
        var ticket = await desk.OpenAsync(Input("down") with { ChannelKey = "priority-line" });
        Assert.IsType<ChannelIsRight>((await TurnDownAsync(desk, ticket, TurnDownTicket.WrongChannel)).Refusal);
        await desk.ClassifyAsync(ticket, "tercera", "Es una falta de ortografía.");

        Assert.Null((await TurnDownAsync(desk, ticket, TurnDownTicket.WrongChannel)).Refusal);

        var told = (await desk.ShowAsync(ticket)).Messages[^1].Message.Body;
        Assert.Contains("**Línea prioritaria** no es para", told, StringComparison.Ordinal);
        Assert.Contains("soporte@senseholding.co", told, StringComparison.Ordinal);
        Assert.DoesNotContain("+57 350", told, StringComparison.Ordinal);
        Assert.Contains("soporte@senseholding.co", Assert.Single(await desk.MailsAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SEN_12_The_solution_of_a_third_need_is_reported_back_by_mail()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite, "sense");
        await desk.AddMemberAsync("ana@tienda.example", "es");
        var ticket = await desk.OpenAsync(Input("spelling") with { ChannelKey = "email" });

        await desk.MoveAsync(ticket, TicketStatus.Resolved);

        Assert.Equal(("tercera", "ana@tienda.example"), ((await desk.ShowAsync(ticket)).Ticket.ClassKey, Assert.Single(await desk.MailsAsync()).To));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_10_Priority_is_asked_for_once_on_an_open_ticket_with_what_is_stopped(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        var (support, evolution) = (await desk.OpenAsync(Input("support")), await desk.OpenAsync(Input("evolution")));

        Assert.IsType<TextNotValid>((await AskAsync(desk, support, "  ")).Refusal);
        Assert.IsType<PriorityNotOffered>((await AskAsync(desk, evolution, "No sales")).Refusal);
        Assert.IsType<ReadOnlyMember>((await AskAsync(desk, support, "No sales", MemberRole.Viewer)).Refusal);
        Assert.Null((await AskAsync(desk, support, "Nobody can buy")).Refusal);
        Assert.Null((await AskAsync(desk, support, "Nobody can buy")).Refusal);

        Assert.Equal(TestStore.Start, (await IntakeOfAsync(desk, support))!.PriorityAskedAt);
        Assert.Equal(["Nobody can pay.", "Nobody can buy"], (await desk.ShowAsync(support)).Messages.Select(message => message.Message.Body));
        Assert.Single(await desk.Customer.EventsAsync(), happened => happened.Type == "ticket.priority-asked");

        // The board and the list say so of that ticket alone.
        var column = (await desk.Get<DeskListReader>().ReadBoardAsync(new DeskListQuery(), desk.Staff.UserId, CancellationToken.None))[0];
        Assert.Equal([support.Id], column.Entries.Where(entry => entry.AsksForPriority).Select(entry => entry.Ticket.Id));

        // The house gives it by its class, as any other.
        Assert.Null((await desk.ClassifyAsync(support, "prioridade", "Vendas paradas")).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ALF_11_Access_is_granted_in_words_or_by_sharing_a_credential(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind, "alfinet");
        var (said, shared) = (await desk.OpenAsync(Input("email-domain")), await desk.OpenAsync(Input("email-domain")));
        Assert.Equal(TicketStatus.WaitingForCustomer, (await desk.ShowAsync(said)).Ticket.Status);
        await desk.Customer.ReplyAsync(said.Id, "Which one?");
        Assert.Equal(new AccessFirst("email-domain"), (await desk.MoveAsync(said, TicketStatus.InProgress)).Refusal);

        var granted = await desk.Get<GrantAccess>().HandleAsync(said.Id, "You are an admin now", desk.Customer.Viewer, CancellationToken.None);
        var stored = await desk.Get<StoreCredential>().HandleAsync(
            new StoreCredentialInput("Registro", null, "ana", "secret", shared.Id, null), desk.Customer.Viewer, CancellationToken.None);

        Assert.Null(granted.Refusal);
        Assert.Null(stored.Refusal);
        Assert.Null((await desk.MoveAsync(said, TicketStatus.InProgress)).Refusal);
        Assert.Equal((TicketStatus.Open, false), ((await desk.ShowAsync(shared)).Ticket.Status, (await desk.ShowAsync(shared)).Ticket.NeedsAccess));
        Assert.Equal(2, (await desk.Customer.EventsAsync()).Count(happened => happened.Type == "ticket.access-granted"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_27_An_integration_is_checked_for_viability_before_it_is_scheduled(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var (unknown, documented) = (await desk.OpenAsync(Integration(null)), await desk.OpenAsync(Integration(true)));
        await desk.MoveAsync(unknown, TicketStatus.Assessing);
        await desk.MoveAsync(documented, TicketStatus.Assessing);

        Assert.Equal(new ViabilityFirst("integration"), (await desk.MoveAsync(unknown, TicketStatus.InProgress)).Refusal);
        Assert.Null((await desk.MoveAsync(documented, TicketStatus.InProgress)).Refusal);
        Assert.IsType<TextNotValid>((await ViableAsync(desk, unknown, true, "")).Refusal);
        Assert.Null((await ViableAsync(desk, unknown, true, "Their exports are enough.")).Refusal);
        Assert.Null((await desk.MoveAsync(unknown, TicketStatus.InProgress)).Refusal);
        Assert.IsType<ViabilityNotAsked>((await ViableAsync(desk, unknown, false, "No")).Refusal);
        Assert.True((await IntakeOfAsync(desk, unknown))!.Viable);
    }

    [Fact]
    public async Task COM_06_Another_account_s_ticket_is_not_found_and_a_customer_decides_nothing_for_the_house()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite, "alfinet");
        var ticket = await desk.OpenAsync(Input("support"));
        var stranger = (await desk.Customer.AnotherAsync()).Viewer;

        Assert.IsType<NotFound>((await desk.Get<AskForPriority>().HandleAsync(ticket.Id, "Mine", stranger, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await desk.Get<GrantAccess>().HandleAsync(ticket.Id, "Mine", stranger, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await desk.Get<AskForQuote>().HandleAsync(ticket.Id, stranger, CancellationToken.None)).Refusal);
        var done = new ConcludeAnalysisInput(AnalysisOutcome.Done, "Mine");
        Assert.IsType<NotFound>((await desk.Get<ConcludeAnalysis>().HandleAsync(ticket, done, desk.Customer.Viewer, CancellationToken.None)).Refusal);
        Assert.Single((await desk.ShowAsync(ticket)).Messages);
    }

    private static OpenTicketInput Input(string kind) => TicketCustomer.Input(urgency: null, impact: null) with { Kind = kind, Platform = null };

    private static OpenTicketInput Integration(bool? documented) => TicketCustomer.Input() with { Kind = "integration", DocumentedApi = documented };

    private static Task<TicketIntakeRow?> IntakeOfAsync(DeskStore desk, TicketKey ticket) => desk.Get<TicketIntakes>().FindAsync(ticket, CancellationToken.None);

    private static Task<Result<TicketMessageId>> ConcludeAsync(DeskStore desk, TicketKey ticket, ConcludeAnalysisInput input) =>
        desk.Get<ConcludeAnalysis>().HandleAsync(ticket, input, desk.Staff, CancellationToken.None);

    private static Task<Result<Ticket>> TurnDownAsync(DeskStore desk, TicketKey ticket, string reason, string? text = null) =>
        desk.Get<TurnDownTicket>().HandleAsync(ticket, reason, text, desk.Staff, CancellationToken.None);

    private static Task<Result<Ticket>> QuoteAsync(DeskStore desk, TicketKey ticket) =>
        desk.Get<AskForQuote>().HandleAsync(ticket.Id, desk.Customer.Viewer, CancellationToken.None);

    private static Task<Result<Ticket>> AskAsync(DeskStore desk, TicketKey ticket, string reason, MemberRole role = MemberRole.Owner) =>
        desk.Get<AskForPriority>().HandleAsync(ticket.Id, reason, desk.Customer.As(role), CancellationToken.None);

    private static Task<Result<Ticket>> ViableAsync(DeskStore desk, TicketKey ticket, bool isViable, string text) =>
        desk.Get<AssessViability>().HandleAsync(ticket, isViable, text, desk.Staff, CancellationToken.None);
}
