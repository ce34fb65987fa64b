using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

/// <summary>Kick-off, production, delivery and after-sale of Sense Digital, by its handbook alone.</summary>
public class SenseProjectTests
{
    private readonly ProjectLife life = new(Loaded.Sense, "website");

    [Fact]
    public void SEN_01_A_payment_starts_the_kick_off_from_booking_and_documents_with_a_reminder_to_verification_and_meeting()
    {
        Assert.All(life.Project.Stages, stage => Assert.Equal(stage.Key == "payment", stage.IsRunning));
        life.PayDeposit().Finish("booking").On(2, 11);
        Assert.Equal("documents", Assert.Single(life.Of<NoticeSent>()).StageKey);
        life.GiveAll().AcceptAll();
        Assert.True(life.Stage("kick-off").IsRunning);
    }

    [Fact]
    public void SEN_01_The_kick_off_is_held_or_gets_a_new_date()
    {
        KickOff();
        Book(life.Now + Duration.FromDays(1));
        Book(life.Now + Duration.FromDays(8));
        Assert.Equal([false, true], life.Of<MeetingBooked>().Select(booked => booked.Moved));
        life.MoveTo(life.Now + Duration.FromDays(8)).Finish("kick-off");
        Assert.True(life.Stage("production").IsRunning);
    }

    [Fact]
    public void SEN_03_A_kick_off_that_goes_to_sales_stands_still_and_comes_back_with_the_time_that_was_left()
    {
        KickOff();
        var due = life.Local(life.Stage("kick-off").DueAt);
        Assert.IsType<ProjectReasonMissing>(ProjectRules.SendToSales(life.Terms, life.Project, "", life.Now).Refusal);
        life.Take(ProjectRules.SendToSales(life.Terms, life.Project, "Wants a shop as well", life.Now));
        Assert.Equal((ProjectStatus.WithSales, null), (life.Report.Status, life.Report.Delivery));
        life.MoveTo(life.Now + Duration.FromDays(7));
        Assert.IsType<ProjectStandsStill>(ProjectRules.Finish(life.Terms, life.Project, "kick-off", StageOwner.House, life.Now).Refusal);
        life.Take(ProjectRules.Resume(life.Terms, life.Project, life.Now));
        Assert.Equal(due.PlusDays(7), life.Local(life.Stage("kick-off").DueAt));
    }

    [Fact]
    public void SEN_04_Asked_for_status_the_answer_is_the_share_of_finished_tasks_and_the_expected_delivery()
    {
        Producing();
        foreach (var number in Enumerable.Range(1, 6))
        {
            life.Take(ProjectRules.AddTask(life.Terms, life.Project, "production", $"part-{number}", extra: false, life.Now));
        }

        life.Take(ProjectRules.FinishTask(life.Terms, life.Project, "part-1", life.Now));
        life.Take(ProjectRules.FinishTask(life.Terms, life.Project, "part-2", life.Now));
        Assert.Equal((7, 19), (life.Report.FinishedTasks, life.Report.Tasks));
        life.Take(ProjectRules.AddTask(life.Terms, life.Project, "production", "part-7", extra: false, life.Now));
        Assert.Equal((7, 20, 35), (life.Report.FinishedTasks, life.Report.Tasks, life.Report.Percent));
        Assert.Equal(new LocalDate(2026, 3, 18), life.Report.Delivery);
    }

    [Fact]
    public void SEN_05_Approved_extra_work_is_added_to_the_project_or_is_a_new_one_after_delivery()
    {
        Producing();
        Assert.Equal(ExtraWorkPlace.InProject, ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Value);
        life.Take(ExtraWorkRules.Add(life.Terms, life.Project, "quote-7", life.Now));
        Assert.Contains(new TaskState("quote-7", "production", Extra: true), life.Project.Tasks);
        Assert.Equal(new TasksLeft(5), ProjectRules.Finish(life.Terms, life.Project, "production", StageOwner.House, life.Now).Refusal);
        Delivered();
        Assert.Equal(ExtraWorkPlace.NewProject, ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Value);
        Assert.True(ExtraWorkRules.Add(life.Terms, life.Project, "quote-8", life.Now).IsRefused);
    }

    [Fact]
    public void SEN_05_A_project_that_ended_unpaid_sells_no_extra_work_until_it_is_paid_after_all()
    {
        life.Take(ProjectRules.EndUnpaid(life.Terms, life.Project, SuspensionCause.OrderExpired, life.Now));
        Assert.IsType<ProjectStandsStill>(ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Refusal);
        life.Pay();
        Assert.Equal(ExtraWorkPlace.InProject, ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Value);
    }

    [Fact]
    public void FLU_25_Nothing_brings_back_a_project_whose_customer_left_for_good()
    {
        Producing();
        var paid = life.Project.Paid;
        life.Take(ProjectRules.Leave(life.Terms, life.Project, life.Now));
        life.Take(ProjectRules.Pay(life.Terms, life.Project, paid - new Money(1, paid.Currency), life.Now));
        life.Take(ProjectRules.Pay(life.Terms, life.Project, life.Project.Total, life.Now));
        Assert.Equal(ProjectStatus.Canceled, life.Project.Status);
        Assert.IsType<ProjectStandsStill>(ProjectRules.Resume(life.Terms, life.Project, life.Now).Refusal);
    }

    [Fact]
    public void SEN_07_Corrections_at_the_intermediate_delivery_are_the_houses_turn_until_they_are_done()
    {
        Producing();
        life.FinishWork("production").Take(ProjectRules.AskRevision(life.Terms, life.Project, "The menu in another order.", life.Now));
        Assert.Equal(StageOwner.House, Assert.Single(life.Report.Waits).Owner);
        life.Take(ProjectRules.FinishCorrections(life.Terms, life.Project, life.Now));
        Assert.Equal(StageOwner.Customer, Assert.Single(life.Report.Waits).Owner);
    }

    [Fact]
    public void SEN_09_A_dispute_is_shown_the_delivery_record_or_gets_a_delivery_and_is_settled_only_when_all_is_paid()
    {
        Producing();
        Assert.Equal(new DeliveryDispute(null, life.Report.Delivery, GetsMeeting: false), DeliveryDispute.Of(life.Terms, life.Project, strong: false, life.Now).Answer);
        Delivered();
        Assert.Equal(new DeliveryDispute(life.Now, null, GetsMeeting: true), DeliveryDispute.Of(life.Terms, life.Project, strong: true, life.Now).Answer);
        Assert.Equal(new BalanceDue(life.Project.Balance), DeliveryDispute.Conciliate(life.Project).Refusal);
        Assert.Equal(Done.Value, DeliveryDispute.Conciliate(life.Pay().Project).Value);
    }

    [Fact]
    public void SEN_09_Without_a_record_the_delivery_that_the_house_is_late_with_is_booked_for_the_next_business_day()
    {
        Producing();
        life.FinishWork("production").Approve();
        life.MoveTo(life.Terms.Calendar.AddBusinessDays(life.Now, 8));
        var next = life.Terms.Calendar.AddBusinessDays(life.Terms.Calendar.DateOf(life.Now), 1);
        var (answer, change) = DeliveryDispute.Of(life.Terms, life.Project, strong: false, life.Now);
        Assert.Equal(new DeliveryDispute(null, next, GetsMeeting: false), answer);
        life.Take(change);
        Assert.Equal(next, life.Report.Delivery);
        Assert.Empty(DeliveryDispute.Of(life.Terms, life.Project, strong: false, life.Now).Change.Events);
        life.Take(ProjectRules.SendToSales(life.Terms, life.Project, "More", life.Now));
        Assert.Null(DeliveryDispute.Of(life.Terms, life.Project, strong: false, life.Now).Answer.BookedFor);
    }

    [Fact]
    public void SEN_10_The_deposit_starts_the_project_and_the_balance_is_asked_for_at_delivery()
    {
        Producing();
        Delivered();
        Assert.Equal(life.Project.Total - life.Project.DueWithOrder, Assert.Single(life.Of<BalanceAsked>()).Balance);
        Assert.True(life.Stage("collection").IsRunning);
        Assert.Equal(StageStatus.Waiting, life.Stage("after-sale").Status);
        Assert.True(life.Pay().Stage("after-sale").IsRunning);
        Assert.Equal(ProjectStatus.Completed, life.Finish("after-sale").Report.Status);
    }

    private void Book(Instant at) => life.Take(ProjectRules.Book(life.Terms, life.Project, "kick-off", at, 60, life.Now));

    private void KickOff() => life.PayDeposit().Finish("booking").GiveAll().AcceptAll();

    private void Producing()
    {
        KickOff();
        Book(life.Now + Duration.FromDays(1));
        life.On(2, 3).Finish("kick-off");
    }

    private void Delivered() => life.FinishWork("production").Approve().Finish("delivery");
}
