using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Help;
using Storefront.Features.Tickets;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Help;

/// <summary>Tickets of Alfinet, answered from its help centre.</summary>
public sealed class AutomaticAnswerTests(AutomaticAnswerTests.Alfinet alfinet) : IClassFixture<AutomaticAnswerTests.Alfinet>
{
    private const string Price = "Quanto custa a hora?";

    private StorefrontHost Host => alfinet.Host;

    [Fact]
    public async Task ALF_05_A_ticket_is_answered_from_the_help_centre_within_two_minutes()
    {
        var (buyer, ticket) = await OpenAsync(Price);
        await Host.MoveClockAsync(Duration.FromMinutes(2));

        var (row, messages) = await ReadAsync(ticket);
        var answer = Assert.Single(messages, message => message.IsAutomatic);
        Assert.InRange(answer.At - row.OpenedAt, Duration.Zero, Duration.FromMinutes(2));
        Assert.Contains("**Quanto custa a hora?**", answer.Body, StringComparison.Ordinal);
        Assert.Contains("/help/how-much", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Ana Rojas", answer.Body, StringComparison.Ordinal);
        await using var db = Host.Db();
        Assert.Contains(await db.Set<MailRow>().Where(mail => mail.To == buyer.Email).ToListAsync(), mail => mail.Body.Contains("Quanto custa a hora?", StringComparison.Ordinal));

        // Done again, nothing is added.
        await Host.Services.GetRequiredService<AutomaticAnswers>().AnswerAsync(buyer.Account, ticket.Id, CancellationToken.None);
        Assert.Single((await ReadAsync(ticket)).Messages, message => message.IsAutomatic);
    }

    [Fact]
    public async Task ALF_05_The_automatic_answer_is_not_the_answer_of_a_person()
    {
        var (_, ticket) = await OpenAsync(Price);
        await Host.MoveClockAsync(Duration.FromMinutes(2));

        var (row, messages) = await ReadAsync(ticket);
        Assert.Equal((2, null, TicketStatus.Open), (messages.Count, row.FirstAnsweredAt, row.Status));
        var details = await Host.Services.GetRequiredService<TicketReader>().FindAsync(row.AccountId, row.Number, CancellationToken.None);
        Assert.All(details!.Targets.Where(target => target.Kind == TargetKind.FirstAnswer), target => Assert.Null(target.MetAt));
    }

    [Theory]
    [InlineData("A página do carrinho está em branco", "Desde ontem o carrinho não abre no celular.")]
    [InlineData("Olá", "Por favor, preciso de ajuda.")]
    [InlineData("💥💥💥", "\"' OR 1=1 --")]
    public async Task ALF_05_Where_the_help_centre_does_not_fit_people_alone_answer(string subject, string body)
    {
        var (_, ticket) = await OpenAsync(subject, body);
        await Host.MoveClockAsync(Duration.FromMinutes(2));

        Assert.Single((await ReadAsync(ticket)).Messages);
    }

    [Fact]
    public async Task ALF_05_A_person_who_was_faster_is_not_answered_after()
    {
        var (buyer, ticket) = await OpenAsync(Price);
        var staff = await StaffMember.HireAsync(Host);
        await Host.Services.GetRequiredService<ReplyAsStaff>().HandleAsync(
            new TicketKey(buyer.Account, ticket.Id), new StaffReplyInput("R$ 300.", []), staff.Viewer, CancellationToken.None);
        await Host.MoveClockAsync(Duration.FromMinutes(2));

        Assert.DoesNotContain((await ReadAsync(ticket)).Messages, message => message.IsAutomatic);
    }

    [Fact]
    public async Task ALF_05_The_customer_sees_that_it_is_automatic_and_closes_the_ticket_with_it()
    {
        var (buyer, ticket) = await OpenAsync(Price);
        await Host.MoveClockAsync(Duration.FromMinutes(2));
        using var browser = await PlainBrowser.SignInAsync(Host, buyer.Email, Buyer.Password);
        await browser.OpenAsync($"/tickets/{ticket.Number}");
        Assert.Contains("Automatic answer", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(".judge form", ("solved", "true"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.FollowAsync();

        Assert.Equal(TicketStatus.Closed, (await ReadAsync(ticket)).Row.Status);
        Assert.Null(browser.Page.QuerySelector(".judge"));
        Assert.Contains("The automatic answer was enough", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALF_05_The_customer_who_wants_a_person_waits_for_one_as_before()
    {
        var (buyer, ticket) = await OpenAsync(Price);
        await Host.MoveClockAsync(Duration.FromMinutes(2));
        using var browser = await PlainBrowser.SignInAsync(Host, buyer.Email, Buyer.Password);
        await browser.OpenAsync($"/tickets/{ticket.Number}");
        await browser.SubmitTwiceAsync(".judge form", ("solved", "false"));
        await browser.FollowAsync();

        Assert.Contains("You asked for a person", browser.Text, StringComparison.Ordinal);
        Assert.Equal(TicketStatus.Open, (await ReadAsync(ticket)).Row.Status);
        await using var db = Host.Db();
        Assert.Equal(1, await db.Set<EventRow>().CountAsync(row => row.TicketId == ticket.Id && row.Type == "ticket.automatic-answer-judged"));

        using var stranger = await TicketVisitor.SignInAsync(Host);
        var judge = Host.Services.GetRequiredService<JudgeAutomaticAnswer>();
        Assert.IsType<NotFound>((await judge.HandleAsync(ticket.Id, solved: true, stranger.Person.Viewer, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task ALF_05_A_house_whose_handbook_wants_none_sends_none()
    {
        await using var flunt = await StorefrontHost.StartAsync();
        var buyer = await Buyer.OpenAsync(flunt);
        await flunt.Services.GetRequiredService<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: "¿Pierdo las horas que no uso?"), buyer.Viewer, CancellationToken.None);

        await using var db = flunt.Db();
        Assert.False(await db.Set<DueWorkRow>().AnyAsync(work => work.Kind == "help.answer"));
    }

    private async Task<(Buyer Buyer, OpenedTicket Ticket)> OpenAsync(string subject, string body = "Quero contratar umas horas.")
    {
        var buyer = await Buyer.OpenAsync(Host);
        var input = new OpenTicketInput(subject, body, "support", null, null, null, ScheduleForNextPeriod: false, [], null);
        return (buyer, (await Host.Services.GetRequiredService<OpenTicket>().HandleAsync(input, buyer.Viewer, CancellationToken.None)).Value);
    }

    private async Task<(Ticket Row, List<TicketMessage> Messages)> ReadAsync(OpenedTicket ticket)
    {
        await using var db = Host.Db();
        return (
            await db.Set<Ticket>().AsNoTracking().SingleAsync(row => row.Id == ticket.Id),
            await db.Set<TicketMessage>().AsNoTracking().Where(message => message.TicketId == ticket.Id).OrderBy(message => message.At).ToListAsync());
    }

    /// <summary>The program as Alfinet runs it.</summary>
    public sealed class Alfinet : IAsyncLifetime
    {
        public StorefrontHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = "alfinet";
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "alfinet");
        });

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }
}
