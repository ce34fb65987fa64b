using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Meetings;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Tickets;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Projects.SenseSteps;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>A project of Sense Digital in the store: kick-off, production, delivery, after-sale.</summary>
public sealed class SenseLifeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_10_The_deposit_starts_the_project_and_the_balance_can_be_paid_from_the_delivery_on(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "sense");
        var key = await ProducingAsync(shop);
        Assert.Equal((0L, Money.Zero(shop.Handbook.Currencies[0])), (DueNow(await OrderAsync(shop, key)).MinorUnits, DueNow(await OrderAsync(shop, key))));
        await DeliverAsync(shop, key);
        var order = await OrderAsync(shop, key);
        Assert.Equal(order.Total - order.ToDomain().Paid, DueNow(order));
        Assert.Contains(await shop.MailsAsync(), mail => mail.Subject.Contains("Saldo por pagar", StringComparison.Ordinal));
        Assert.IsType<StageNotBegun>((await shop.FinishAsync(key, "after-sale")).Refusal);
        await shop.PayAsync(key);
        Assert.Null((await shop.FinishAsync(key, "after-sale")).Refusal);
        Assert.Equal(ProjectStatus.Completed, (await shop.ShowAsync(key)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_project_whose_order_ended_is_cancelled_with_the_reason_and_comes_back_when_it_is_paid(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "sense");
        var key = await shop.OrderAsync("website");
        await shop.EndOrderAsync(key, OrderStatus.Expired);
        await shop.EndOrderAsync(key, OrderStatus.Expired);
        Assert.Equal((ProjectStatus.Canceled, SuspensionCause.OrderExpired), ((await shop.ShowAsync(key)).Status, (await shop.ShowAsync(key)).State.Suspension!.Cause));
        Assert.Single(await shop.MailsAsync(), mail => mail.Subject.Contains("Cancelado porque no se pagó", StringComparison.Ordinal));
        Assert.IsType<BalanceDue>((await shop.Get<ResumeProject>().HandleAsync(key, null, shop.Staff, default)).Refusal);
        Assert.IsType<ProjectStandsStill>((await MakeAsync(shop, key, ProjectRequestKind.ExtraWork, "More")).Refusal);

        await shop.MoveAsync(Duration.FromDays(2));
        await shop.PayAsync(key, 50);
        Assert.Equal(ProjectStatus.Preparing, (await shop.ShowAsync(key)).Status);
        Assert.True((await shop.StageAsync(key, "booking")).IsRunning);
        await shop.EndOrderAsync(key, OrderStatus.Canceled);
        Assert.Equal(ProjectStatus.Preparing, (await shop.ShowAsync(key)).Status);
    }

    [Fact]
    public async Task FLU_25_What_is_unfinished_when_the_customer_leaves_for_good_ends_without_a_word_to_who_is_gone()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await BegunAsync(shop);
        var before = (await shop.MailsAsync()).Count;
        Assert.Null((await shop.Store.Transactions.RunAsync<Done>(
            shop.Account,
            async (scope, token) =>
            {
                await shop.Get<ProjectLifecycle>().LeaveAsync(scope, token);
                return Done.Value;
            },
            CancellationToken.None)).Refusal);
        var left = await shop.ShowAsync(key);
        Assert.Equal((ProjectStatus.Canceled, SuspensionCause.CustomerLeft, null), (left.Status, left.State.Suspension!.Cause, left.NextAt));
        await shop.MoveAsync(Duration.FromDays(60));
        Assert.Equal(before, (await shop.MailsAsync()).Count);
    }

    [Fact]
    public async Task SEN_01_A_payment_starts_the_kick_off_with_booking_documents_a_reminder_verification_and_a_meeting_or_a_new_date()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await shop.OrderAsync("website");
        Assert.IsType<StageNotBegun>((await shop.FinishAsync(key, "booking")).Refusal);
        await shop.PayAsync(key, 50);
        Assert.Null((await shop.FinishAsync(key, "booking")).Refusal);
        await shop.MoveBusinessDaysAsync(6);
        Assert.Single(await shop.EventsAsync(), name => name == "reminded");
        Assert.Contains(await shop.MailsAsync(), mail => mail.Subject.Contains("Recordatorio 1 de 1", StringComparison.Ordinal));
        await shop.GiveAllAsync(key);
        await shop.VerifyAsync(key);
        var date = shop.Handbook.Calendar.AddBusinessDays(shop.Now, 1);
        Assert.Null((await shop.BookAsync(key, "kick-off", date, 60)).Refusal);
        Assert.Null((await shop.BookAsync(key, "kick-off", date + Duration.FromDays(7), 60)).Refusal);
        Assert.IsType<MeetingAhead>((await shop.FinishAsync(key, "kick-off")).Refusal);
        await shop.MoveAsync(date + Duration.FromDays(7) - shop.Now);
        Assert.Null((await shop.FinishAsync(key, "kick-off")).Refusal);
        Assert.True((await shop.StageAsync(key, "production")).IsRunning);
    }

    [Fact]
    public async Task SEN_03_A_request_beyond_is_quoted_while_the_kick_off_goes_on_or_stops_it_for_sales()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await BegunAsync(shop);
        var going = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "A shop as well");
        Assert.Null((await QuoteAsync(shop, key, going)).Refusal);
        Assert.Equal(ProjectStatus.Preparing, (await shop.ShowAsync(key)).Status);

        await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "Not without the shop", goesOn: false);
        Assert.Equal(ProjectStatus.WithSales, (await shop.ShowAsync(key)).Status);
        Assert.IsType<ProjectStandsStill>((await shop.FinishAsync(key, "booking")).Refusal);
        Assert.Contains(await shop.MailsAsync(), mail => mail.Body.Contains("Not without the shop", StringComparison.Ordinal));
        await using var db = shop.Store.Db();
        var followed = await db.Set<ProjectTicket>().SingleAsync();
        var ticket = await db.Set<Ticket>().SingleAsync();
        Assert.Equal((key.Id, ticket.Id, ticket.Number, "project"), (followed.ProjectId, followed.TicketId, followed.Number, ticket.KindKey));
        Assert.Contains("Not without the shop", (await db.Set<TicketMessage>().SingleAsync()).Body, StringComparison.Ordinal);
        var other = await shop.OrderAsync("landing");
        Assert.Null((await shop.Get<SendToSales>().HandleAsync(other, "They want a shop.", shop.Staff, default)).Refusal);
        Assert.Equal(shop.Customer.UserId, (await db.Set<Ticket>().SingleAsync(row => row.Id != ticket.Id)).OpenedBy);
        Assert.IsType<ProjectReasonMissing>((await shop.Get<SendToSales>().HandleAsync(await shop.OrderAsync("landing"), " ", shop.Staff, default)).Refusal);
        Assert.Null((await shop.Get<ResumeProject>().HandleAsync(key, null, shop.Staff, default)).Refusal);
        Assert.IsType<ProjectGoesOn>((await shop.Get<ResumeProject>().HandleAsync(key, null, shop.Staff, default)).Refusal);
    }

    [Fact]
    public async Task SEN_04_Percent_and_expected_date_are_kept_with_the_project_and_change_with_each_task()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        var before = await shop.ShowAsync(key);
        var task = before.State.Tasks[0].Key;
        Assert.Null((await shop.Get<StartTask>().HandleAsync(key, task, shop.Staff, default)).Refusal);
        Assert.Null((await shop.Get<FinishTask>().HandleAsync(key, task, shop.Staff, default)).Refusal);
        Assert.IsType<TaskAlreadyThere>((await shop.Get<FinishTask>().HandleAsync(key, task, shop.Staff, default)).Refusal);
        Assert.IsType<TasksLeft>((await shop.FinishAsync(key, "production")).Refusal);
        var after = await shop.ShowAsync(key);
        Assert.Equal((before.FinishedTasks + 1, before.Tasks), (after.FinishedTasks, after.Tasks));
        Assert.NotNull(after.ExpectedOn);
        Assert.Null((await shop.Get<AddTask>().HandleAsync(key, "production", "Colours", shop.Staff, default)).Refusal);
        Assert.Equal(after.Tasks + 1, (await shop.ShowAsync(key)).Tasks);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_05_Approved_extra_work_becomes_tasks_or_after_the_delivery_a_project_of_its_own_each_with_an_order(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "sense");
        var key = await ProducingAsync(shop);
        var request = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "A newsletter form");
        Assert.IsType<RequestNotOpen>((await DecideAsync(shop, key, request, true)).Refusal);
        Assert.IsType<ProjectQuoteNotValid>((await QuoteAsync(shop, key, request, amount: 0)).Refusal);
        Assert.Null((await QuoteAsync(shop, key, request)).Refusal);
        Assert.Null((await DecideAsync(shop, key, request, true)).Refusal);
        Assert.Null((await DecideAsync(shop, key, request, true)).Refusal);
        Assert.IsType<RequestNotOpen>((await DecideAsync(shop, key, request, false)).Refusal);
        Assert.Equal(2, (await shop.ShowAsync(key)).State.Tasks.Count(task => task.Extra));

        await DeliverAsync(shop, key);
        await AgreeAsync(shop, key, "A second language");
        await using var db = shop.Store.Db();
        var made = await db.Set<Project>().SingleAsync(row => row.OriginalId == key.Id);
        Assert.Equal(["task-1", "task-2"], made.State.Tasks.Select(task => task.Key));
        Assert.Equal(["Design", "Build"], await db.Set<ProjectTask>().Where(task => task.ProjectId == made.Id).OrderBy(task => task.Key).Select(task => task.Title).ToListAsync());
        Assert.Equal(3, await db.Set<Order>().CountAsync());
    }

    [Fact]
    public async Task TEC_08_Extra_work_that_was_approved_waits_until_the_original_is_finished_and_paid()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await shop.OrderAsync("cms");
        await shop.PayAsync(key);
        var request = await AgreeAsync(shop, key, "A blog");
        Assert.Single(await shop.EventsAsync(), name => name == "opened");
        Assert.IsType<OriginalNotFinished>((await shop.Get<BeginExtraWork>().HandleAsync(key, request, shop.Staff, default)).Refusal);

        Assert.IsType<RequestNotOpen>((await shop.Get<FinishRequest>().HandleAsync(key, request, shop.Staff, default)).Refusal);
        var late = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, "A forum");
        await QuoteAsync(shop, key, late);
        await shop.MoveAsync(Duration.FromDays(400));
        Assert.IsType<ProjectQuoteLapsed>((await DecideAsync(shop, key, late, true)).Refusal);
        Assert.Null((await DecideAsync(shop, key, late, false)).Refusal);
    }

    [Fact]
    public async Task TEC_08_It_begins_by_itself_once_the_original_is_finished_and_paid_with_an_order_of_its_own()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await shop.OrderAsync("cms");
        await shop.PayAsync(key);
        var request = await AgreeAsync(shop, key, "A blog");
        await using var db = shop.Store.Db();
        Assert.False(await db.Set<DueWorkRow>().AnyAsync(work => work.Kind == BeginWaitingWork.DueWorkKind));

        await shop.GiveAllAsync(key);
        await shop.VerifyAsync(key);
        await shop.MoveBusinessDaysAsync(3);
        await shop.WorkAsync(key, "build");
        await shop.ApproveAsync(key);
        Assert.Null((await shop.Get<HandOverAccess>().HandleAsync(key, new AccessInput("Panel", null, null, "s3cret", "k"), true, shop.Staff, default)).Refusal);
        Assert.Null((await shop.Get<AuthoriseOpening>().HandleAsync(key.Id, shop.Customer, default)).Refusal);
        Assert.Null((await shop.FinishAsync(key, "opening")).Refusal);
        var work = await db.Set<DueWorkRow>().SingleAsync(work => work.Kind == BeginWaitingWork.DueWorkKind);
        for (var time = 0; time < 2; time++)
        {
            await using var services = shop.Store.Provider.CreateAsyncScope();
            await services.ServiceProvider.GetRequiredKeyedService<IDueWorkHandler>(work.Kind).HandleAsync(work, CancellationToken.None);
        }

        var made = await db.Set<Project>().SingleAsync(row => row.OriginalId == key.Id);
        Assert.Equal((made.Id, made.OrderId), ((await RequestAsync(shop, request)).NewProjectId!.Value, (await RequestAsync(shop, request)).OrderId!.Value));
        Assert.Single(await shop.MailsAsync(), mail => mail.Subject.Contains("Empieza lo adicional", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SEN_06_The_opinion_is_asked_for_at_collection_and_can_be_changed()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        var opinion = shop.Get<GiveOpinion>();
        Assert.IsType<OpinionNotAsked>((await opinion.HandleAsync(key.Id, 5, null, shop.Customer, default)).Refusal);
        await DeliverAsync(shop, key);
        Assert.Single(await shop.EventsAsync(), name => name == "opinion-asked");
        Assert.Contains(await shop.MailsAsync(), mail => mail.Subject.Contains("¿Cómo te fue?", StringComparison.Ordinal) && mail.Kind == MailKind.Project);
        Assert.IsType<RatingNotValid>((await opinion.HandleAsync(key.Id, 6, null, shop.Customer, default)).Refusal);
        Assert.Null((await opinion.HandleAsync(key.Id, 4, "Good", shop.Customer, default)).Refusal);
        Assert.Null((await opinion.HandleAsync(key.Id, 5, "Better", shop.Customer, default)).Refusal);
        Assert.Null((await opinion.HandleAsync(key.Id, 5, "Better", shop.Customer, default)).Refusal);
        Assert.Equal(2, (await shop.EventsAsync()).Count(name => name == "opinion-given"));
        Assert.Equal((5, "Better"), ((await shop.ShowAsync(key)).Opinion, (await shop.ShowAsync(key)).OpinionComment));
    }

    [Fact]
    public async Task SEN_08_A_change_that_is_pending_or_was_listed_goes_to_operations_and_another_is_told_why_not_and_quoted()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        Assert.IsType<NotYetDelivered>((await MakeAsync(shop, key, ProjectRequestKind.Change, "The menu")).Refusal);
        await DeliverAsync(shop, key);
        await DocumentAsync(shop, key, ProjectDocumentKind.DeliveryRecord, ("Home page", false), ("Menu in another order", true));
        await using var db = shop.Store.Db();
        var items = await db.Set<ProjectListItem>().AsNoTracking().OrderBy(item => item.Index).ToListAsync();

        var due = await AskAsync(shop, key, ProjectRequestKind.Change, "The menu");
        var answer = shop.Get<AnswerRequest>();
        Assert.IsType<NotEvidence>((await answer.HandleAsync(key, new AnswerRequestInput(due, "Yes", items[0].Id), shop.Staff, default)).Refusal);
        Assert.Null((await answer.HandleAsync(key, new AnswerRequestInput(due, "It is pending.", items[1].Id), shop.Staff, default)).Refusal);
        Assert.Equal(ProjectRequestStatus.InOperations, (await RequestAsync(shop, due)).Status);
        Assert.Null((await shop.Get<FinishRequest>().HandleAsync(key, due, shop.Staff, default)).Refusal);
        Assert.False((await db.Set<ProjectListItem>().AsNoTracking().SingleAsync(item => item.Id == items[1].Id)).IsPending);

        var beyond = await AskAsync(shop, key, ProjectRequestKind.Change, "All in green");
        Assert.Null((await answer.HandleAsync(key, new AnswerRequestInput(beyond, "No record says so."), shop.Staff, default)).Refusal);
        Assert.Equal(ProjectRequestStatus.NotIncluded, (await RequestAsync(shop, beyond)).Status);
        Assert.Single(await shop.MailsAsync(), mail => mail.Body.Contains("No record says so.", StringComparison.Ordinal));
        var told = shop.Now;
        Assert.Equal(new NotDueReason("No record says so.", told), (await RequestAsync(shop, beyond)).NotDue);
        await shop.MoveAsync(Duration.FromHours(1));
        Assert.Null((await QuoteAsync(shop, key, beyond)).Refusal);
        var quoted = await RequestAsync(shop, beyond);
        Assert.Equal("No record says so.\n\nWith all texts.", quoted.Said);

        // The same quote again, as by two clicks, is the one quote, with one mail.
        await shop.MoveAsync(Duration.FromMinutes(1));
        Assert.Null((await QuoteAsync(shop, key, beyond)).Refusal);
        var again = await RequestAsync(shop, beyond);
        Assert.Equal((quoted.Said, quoted.ValidUntil, quoted.AnsweredAt), (again.Said, again.ValidUntil, again.AnsweredAt));
        Assert.Single(await shop.MailsAsync(), mail => mail.Body.Contains("With all texts.", StringComparison.Ordinal));

        // Quoted anew, the reason stays, with when it was given.
        Assert.Null((await QuoteAsync(shop, key, beyond, 30_000_00)).Refusal);
        var anew = await RequestAsync(shop, beyond);
        Assert.Equal((30_000_00, "No record says so.\n\nWith all texts.", new NotDueReason("No record says so.", told)), (anew.NetMinorUnits, anew.Said, anew.NotDue));
        Assert.Equal(2, (await shop.MailsAsync()).Count(mail => mail.Body.Contains("No record says so.\n\nWith all texts.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SEN_08_The_longest_reason_stays_beside_the_quote()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        await DeliverAsync(shop, key);
        var beyond = await AskAsync(shop, key, ProjectRequestKind.Change, "All in green");
        var reason = new string('x', ProjectRules.MostText);
        Assert.Null((await shop.Get<AnswerRequest>().HandleAsync(key, new AnswerRequestInput(beyond, reason), shop.Staff, default)).Refusal);
        Assert.Null((await QuoteAsync(shop, key, beyond)).Refusal);
        Assert.Equal($"{reason}\n\nWith all texts.", (await RequestAsync(shop, beyond)).Said);
    }

    [Fact]
    public async Task SEN_09_A_dispute_is_shown_the_record_and_settled_only_when_the_balance_is_paid()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        var early = await AskAsync(shop, key, ProjectRequestKind.Dispute, "Where is it?");
        var booked = await RequestAsync(shop, early);
        Assert.Equal((ProjectRequestStatus.Open, null, (await shop.ShowAsync(key)).ExpectedOn), (booked.Status, booked.RecordOf, booked.DeliveryOn));
        Assert.NotNull(booked.DeliveryOn);
        Assert.Contains(await shop.MailsAsync(), mail => mail.Subject.Contains("Entrega agendada de nuevo", StringComparison.Ordinal));
        await DeliverAsync(shop, key);
        var plain = await AskAsync(shop, key, ProjectRequestKind.Dispute, "It was not delivered");
        Assert.Equal((ProjectRequestStatus.Answered, shop.Now), ((await RequestAsync(shop, plain)).Status, (await RequestAsync(shop, plain)).RecordOf));
        var strong = await AskAsync(shop, key, ProjectRequestKind.Dispute, "It really was not", strong: true);
        var insisted = await RequestAsync(shop, strong);
        Assert.Equal((ProjectRequestStatus.Open, true, shop.Now), (insisted.Status, insisted.IsStrong, insisted.RecordOf!.Value));
        await using var db = shop.Store.Db();
        var meeting = await db.Set<Meeting>().SingleAsync();
        Assert.Equal((insisted.MeetingId, MeetingKind.Ticket, (await db.Set<ProjectTicket>().SingleAsync()).TicketId), (meeting.Id, meeting.Kind, meeting.TicketId!.Value));
        Assert.True(meeting.StartsAt > shop.Now);
        var settle = shop.Get<Conciliate>();
        Assert.IsType<BalanceDue>((await settle.HandleAsync(key, strong, "Half a day more.", shop.Staff, default)).Refusal);
        await shop.PayAsync(key);
        Assert.Null((await settle.HandleAsync(key, strong, "Half a day more.", shop.Staff, default)).Refusal);
        Assert.Contains("conciliated", await shop.EventsAsync());
    }

    [Fact]
    public async Task SEN_09_Who_has_as_many_meetings_to_come_as_anybody_may_take_gets_a_ticket_and_no_further_meeting()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "sense");
        var key = await ProducingAsync(shop);
        for (var count = 1; count <= BookMeeting.Most + 1; count++)
        {
            var insisted = await RequestAsync(shop, await AskAsync(shop, key, ProjectRequestKind.Dispute, $"Where is it? {count}", strong: true));
            Assert.Equal((ProjectRequestStatus.Open, true, count <= BookMeeting.Most), (insisted.Status, insisted.IsStrong, insisted.MeetingId is not null));
        }

        await using var db = shop.Store.Db();
        var meetings = await db.Set<Meeting>().ToListAsync();
        Assert.Equal((BookMeeting.Most, BookMeeting.Most + 1), (meetings.Count, await db.Set<ProjectTicket>().CountAsync()));
        Assert.Equal(BookMeeting.Most, meetings.Select(meeting => meeting.StartsAt).Distinct().Count());

        // With the meetings held, there is room for another.
        await shop.MoveAsync(meetings.Max(meeting => meeting.EndsAt) - shop.Now);
        Assert.NotNull((await RequestAsync(shop, await AskAsync(shop, key, ProjectRequestKind.Dispute, "And now?", strong: true))).MeetingId);
    }

    private static async Task DocumentAsync(ProjectShop shop, ProjectKey key, ProjectDocumentKind kind, params (string, bool)[] items) =>
        Assert.Null((await shop.Get<AddDocument>().HandleAsync(
            key, new AddDocumentInput(kind, "Record", null, null, items, [], null), shop.Staff, CancellationToken.None)).Refusal);

    private static async Task<Order> OrderAsync(ProjectShop shop, ProjectKey key)
    {
        var project = await shop.ShowAsync(key);
        await using var db = shop.Store.Db();
        return await db.Set<Order>().AsNoTracking().SingleAsync(order => order.Id == project.OrderId);
    }

    private static Money DueNow(Order order) => order.ToDomain().DueNow;
}
