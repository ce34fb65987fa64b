using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

public class QuoteTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Approved_hours_are_held_used_by_the_work_and_the_rest_is_given_back_at_closing(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var quote = await desk.Store.IssueAsync(ticket, desk.Staff, 180);
        Assert.Equal(TicketStatus.AwaitingApproval, (await desk.ShowAsync(ticket)).Ticket.Status);
        Assert.Equal((600, 0), await desk.Store.HoursAsync(desk.Customer.Account));

        var approved = await desk.Store.ApproveAsync(quote, ana);

        Assert.Equal((QuoteStatus.Approved, 180, (UserId?)ana.UserId), (approved.Value.Status, approved.Value.HeldMinutes, approved.Value.DecidedBy));
        Assert.Equal(TicketStatus.Open, (await desk.ShowAsync(ticket)).Ticket.Status);
        Assert.Equal((420, 180), await desk.Store.HoursAsync(desk.Customer.Account));

        var log = (await desk.LogAsync(ticket, 150)).Value;
        Assert.Equal(quote.Id, log.QuoteId);
        Assert.Equal((420, 30), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal(30, (await desk.Store.QuoteAsync(quote.Id)).HeldMinutes);

        await desk.MoveAsync(ticket, TicketStatus.Closed);
        Assert.Equal((450, 0), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal(QuoteStatus.Settled, (await desk.Store.QuoteAsync(quote.Id)).Status);
        Assert.Equal(["quote.issued", "quote.approved", "quote.settled"], await desk.Store.EventsAsync(desk.Customer.Account, "quote."));
        Assert.Equal(["Grant 600", "Use -150"], await desk.LedgerAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Work_stops_at_what_was_approved_and_a_new_version_raises_it(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var first = await desk.Store.IssueAsync(ticket, desk.Staff, 120);
        Assert.Null((await desk.Store.ApproveAsync(first, ana)).Refusal);
        await desk.LogAsync(ticket, 100, "one");

        Assert.Equal(new QuoteCapReached(120, 20), (await desk.LogAsync(ticket, 21, "two")).Refusal);
        Assert.Equal(new MinutesNotValid(100, QuoteRules.MostMinutes), (await desk.Store.TryIssueAsync(ticket, desk.Staff, 99)).Refusal);

        var second = await desk.Store.IssueAsync(ticket, desk.Staff, 200);
        Assert.Equal(TicketStatus.Open, (await desk.ShowAsync(ticket)).Ticket.Status);
        Assert.Equal(new QuoteCapReached(120, 20), (await desk.LogAsync(ticket, 21, "two")).Refusal);
        Assert.Null((await desk.Store.ApproveAsync(second, ana)).Refusal);

        Assert.Equal((400, 100), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal((QuoteStatus.Superseded, 0), await StandingAsync(desk, first));
        Assert.Null((await desk.LogAsync(ticket, 100, "two")).Refusal);
        Assert.Equal(new QuoteCapReached(200, 0), (await desk.LogAsync(ticket, 1, "three")).Refusal);
        Assert.Equal((400, 0), await desk.Store.HoursAsync(desk.Customer.Account));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Two_members_at_once_and_one_twice_approve_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var (ana, bruno) = (await desk.Store.JoinAsync(desk.Customer.Account, "Ana"), await desk.Store.JoinAsync(desk.Customer.Account, "Bruno"));
        var quote = await desk.Store.IssueAsync(await desk.OpenAsync(), desk.Staff, 180);

        var both = await Task.WhenAll(desk.Store.ApproveAsync(quote, ana), desk.Store.ApproveAsync(quote, bruno));
        var again = await desk.Store.ApproveAsync(quote, ana);

        Assert.All(both.Append(again), approval => Assert.Equal(QuoteStatus.Approved, approval.Value.Status));
        Assert.Equal((420, 180), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal(["quote.issued", "quote.approved"], await desk.Store.EventsAsync(desk.Customer.Account, "quote."));
        Assert.Equal(["hours.held"], await desk.Store.EventsAsync(desk.Customer.Account, "hours.held"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Of_two_quotes_approved_at_once_for_the_last_hours_one_is_held(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var (ana, bruno) = (await desk.Store.JoinAsync(desk.Customer.Account, "Ana"), await desk.Store.JoinAsync(desk.Customer.Account, "Bruno"));
        var one = await desk.Store.IssueAsync(await desk.OpenAsync(), desk.Staff, 400);
        var other = await desk.Store.IssueAsync(await desk.OpenAsync(), desk.Staff, 400);

        var tried = await Task.WhenAll(desk.Store.ApproveAsync(one, ana), desk.Store.ApproveAsync(other, bruno));

        Assert.Equal(new NotEnoughHours(200, 200), Assert.Single(tried, approval => approval.IsRefused).Refusal);
        Assert.Equal((200, 400), await desk.Store.HoursAsync(desk.Customer.Account));
    }

    [Fact]
    public async Task Approval_beyond_the_limit_says_whose_it_needs_and_holds_nothing()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var diego = await desk.Store.JoinAsync(desk.Customer.Account, "Diego", limit: 120);
        await desk.Store.JoinAsync(desk.Customer.Account, "Ana", role: MemberRole.Owner);
        await desk.Store.JoinAsync(desk.Customer.Account, "Zoe", limit: 180);
        await desk.Store.JoinAsync(desk.Customer.Account, "Reader", role: MemberRole.Viewer);
        var quote = await desk.Store.IssueAsync(await desk.OpenAsync(), desk.Staff, 180);

        var refused = Assert.IsType<ApprovalBeyondLimit>((await desk.Store.ApproveAsync(quote, diego)).Refusal);

        Assert.Equal((120, 180), (refused.LimitMinutes, refused.QuoteMinutes));
        Assert.Equal(["Ana", "Zoe"], refused.Approvers.ToArray());
        var said = await desk.Get<QuoteReader>().LimitAsync(desk.Customer.Account, diego.UserId, 180, CancellationToken.None);
        Assert.Equal(["Ana", "Zoe"], said!.Approvers.ToArray());
        Assert.Null(await desk.Get<QuoteReader>().LimitAsync(desk.Customer.Account, diego.UserId, 120, CancellationToken.None));
        Assert.Equal((600, 0), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal(QuoteStatus.Open, (await desk.Store.QuoteAsync(quote.Id)).Status);
    }

    [Fact]
    public async Task A_superseded_version_cannot_be_approved_any_more()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var first = await desk.Store.IssueAsync(ticket, desk.Staff, 60);
        var second = await desk.Store.IssueAsync(ticket, desk.Staff, 90);

        Assert.Equal(new QuoteSuperseded(2), (await desk.Store.ApproveAsync(first, ana)).Refusal);
        Assert.Equal(2, second.Version);
        Assert.Null((await desk.Store.ApproveAsync(second, ana)).Refusal);
    }

    [Fact]
    public async Task Declined_with_a_reason_the_ticket_goes_on_and_nothing_is_held()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var quote = await desk.Store.IssueAsync(ticket, desk.Staff, 60);

        Assert.IsType<TextNotValid>((await desk.Store.DeclineAsync(quote, ana, " ")).Refusal);
        Assert.Equal(QuoteStatus.Declined, (await desk.Store.DeclineAsync(quote, ana)).Value.Status);
        Assert.Equal(QuoteStatus.Declined, (await desk.Store.DeclineAsync(quote, ana, "Once more")).Value.Status);

        Assert.Equal("Too much", (await desk.Store.QuoteAsync(quote.Id)).DeclineReason);
        Assert.Equal(new QuoteNotOpen(QuoteStatus.Declined), (await desk.Store.ApproveAsync(quote, ana)).Refusal);
        Assert.Equal(TicketStatus.Open, (await desk.ShowAsync(ticket)).Ticket.Status);
        Assert.Equal((600, 0), await desk.Store.HoursAsync(desk.Customer.Account));
    }

    [Fact]
    public async Task Staff_withdraw_an_open_quote_and_only_staff_do()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        var quote = await desk.Store.IssueAsync(ticket, desk.Staff, 60);
        var withdraw = desk.Get<WithdrawQuote>();

        Assert.IsType<NotFound>((await withdraw.HandleAsync(quote.Key, ana, CancellationToken.None)).Refusal);
        Assert.Equal(QuoteStatus.Withdrawn, (await withdraw.HandleAsync(quote.Key, desk.Staff, CancellationToken.None)).Value.Status);
        Assert.Equal(new QuoteNotOpen(QuoteStatus.Withdrawn), (await desk.Store.ApproveAsync(quote, ana)).Refusal);
        Assert.Equal(TicketStatus.Open, (await desk.ShowAsync(ticket)).Ticket.Status);
    }

    [Fact]
    public async Task COM_06_Who_only_reads_and_who_is_of_another_account_decide_nothing()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var reader = await desk.Store.JoinAsync(desk.Customer.Account, "Reader", role: MemberRole.Viewer);
        var stranger = await desk.Store.JoinAsync(await desk.Store.OpenAccountAsync("Otra"), "Stranger", role: MemberRole.Owner);
        var quote = await desk.Store.IssueAsync(await desk.OpenAsync(), desk.Staff, 60);

        Assert.IsType<ReadOnlyMember>((await desk.Store.ApproveAsync(quote, reader)).Refusal);
        Assert.IsType<NotFound>((await desk.Store.ApproveAsync(quote, stranger)).Refusal);
        Assert.IsType<NotFound>((await desk.Store.DeclineAsync(quote, stranger)).Refusal);
        Assert.IsType<NotFound>((await desk.Store.TryIssueAsync(new TicketKey(quote.AccountId, quote.TicketId), stranger, 60)).Refusal);
    }

    [Fact]
    public async Task In_money_it_ends_as_approved_to_be_paid_and_its_work_takes_no_hours()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();

        Assert.IsType<QuotePriceMissing>((await desk.Store.TryIssueAsync(ticket, desk.Staff, 300, QuoteSettlement.Money)).Refusal);
        Assert.IsType<QuotePriceNotValid>((await desk.Store.TryIssueAsync(ticket, desk.Staff, 300, QuoteSettlement.Money, "a lot")).Refusal);
        var quote = await desk.Store.IssueAsync(ticket, desk.Staff, 300, QuoteSettlement.Money, "100000");
        Assert.Equal(QuoteStatus.ToBePaid, (await desk.Store.ApproveAsync(quote, ana)).Value.Status);

        var log = (await desk.LogAsync(ticket, 300)).Value;
        Assert.Equal((0, true, true), (log.ChargedMinutes, log.InMoney, log.IsBillable));
        Assert.Equal(new QuoteCapReached(300, 0), (await desk.LogAsync(ticket, 1, "more")).Refusal);
        Assert.Equal((600, 0), await desk.Store.HoursAsync(desk.Customer.Account));
        Assert.Equal(new QuoteSettlementFixed(QuoteSettlement.Money), (await desk.Store.TryIssueAsync(ticket, desk.Staff, 400)).Refusal);

        await desk.MoveAsync(ticket, TicketStatus.Closed);
        var shown = await desk.Store.QuoteAsync(quote.Id);
        Assert.Equal((QuoteStatus.ToBePaid, new Money(119_000, Currency.Clp)), (shown.Status, shown.Total));
    }

    [Fact]
    public async Task Who_may_decide_is_told_by_mail_in_its_language_with_the_way_there()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        await desk.Store.JoinAsync(desk.Customer.Account, "Reader", role: MemberRole.Viewer);
        var ticket = await desk.OpenAsync();

        await desk.Store.IssueAsync(ticket, desk.Staff, 180);

        var mail = Assert.Single(await desk.MailsAsync(), mail => mail.Subject.Contains("quote", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("ana@example.com", mail.To);
        Assert.Contains($"https://agencia.example/tickets/{(await desk.ShowAsync(ticket)).Ticket.Number}/quote", mail.Body, StringComparison.Ordinal);
        Assert.Contains("3 h 0 min", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_taken_back_is_held_again()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ana = await desk.Store.JoinAsync(desk.Customer.Account, "Ana");
        var ticket = await desk.OpenAsync();
        Assert.Null((await desk.Store.ApproveAsync(await desk.Store.IssueAsync(ticket, desk.Staff, 120), ana)).Refusal);
        var log = (await desk.LogAsync(ticket, 90)).Value;
        Assert.Equal((480, 30), await desk.Store.HoursAsync(desk.Customer.Account));

        await desk.Get<Storefront.Features.Desk.ReverseWorkLog>().HandleAsync(ticket, log.Id, "Wrong ticket", desk.Staff, CancellationToken.None);

        Assert.Equal((480, 120), await desk.Store.HoursAsync(desk.Customer.Account));
    }

    private static async Task<(QuoteStatus Status, int Held)> StandingAsync(DeskStore desk, QuoteRow quote)
    {
        var row = await desk.Store.QuoteAsync(quote.Id);
        return (row.Status, row.HeldMinutes);
    }
}
