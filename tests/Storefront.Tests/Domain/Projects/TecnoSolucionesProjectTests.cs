using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

/// <summary>The twelve steps of TecnoSoluciones, by its handbook alone.</summary>
public class TecnoSolucionesProjectTests
{
    private readonly ProjectLife life = new(Loaded.TecnoSoluciones, "cms");

    [Fact]
    public void TEC_04_Inputs_are_asked_for_once_the_payment_is_confirmed_for_three_business_days()
    {
        Assert.Equal(StageStatus.Over, life.Stage("order").Status);
        Assert.Equal(StageStatus.Waiting, life.Stage("inputs").Status);
        life.Pay();
        Assert.Equal(StageStatus.Running, life.Stage("inputs").Status);
        Assert.Equal(new LocalDateTime(2026, 2, 5, 10, 0), life.Local(life.Stage("inputs").DueAt));
    }

    [Fact]
    public void TEC_04_Two_notices_of_three_days_then_an_alert_then_five_days_later_the_project_is_suspended()
    {
        life.Pay().On(3, 31);
        Assert.Equal(
            [(1, new LocalDateTime(2026, 2, 5, 10, 0)), (2, new LocalDateTime(2026, 2, 10, 10, 0))],
            life.Of<NoticeSent>().Select(notice => (notice.Number, life.Local(notice.At))));
        Assert.Equal(new LocalDateTime(2026, 2, 13, 10, 0), life.Local(Assert.Single(life.Of<SuspensionAlertSent>()).At));
        Assert.Equal(new LocalDateTime(2026, 2, 20, 10, 0), life.SuspendedAt);
        Assert.Equal((ProjectStatus.Suspended, null), (life.Report.Status, life.Report.Delivery));
    }

    [Fact]
    public void TEC_04_Incomplete_inputs_are_followed_by_the_next_notice_as_none_are()
    {
        life.Pay().GiveAll().On(2, 3);
        life.Take(ProjectRules.ReturnInput(life.Terms, life.Project, "logo", "Too small to print", life.Now));
        var notice = Assert.Single(life.Of<NoticeSent>());
        Assert.Equal((1, new LocalDateTime(2026, 2, 6, 10, 0)), (notice.Number, life.Local(notice.Until)));
        Assert.Equal((StageStatus.Running, StageStatus.Waiting), (life.Stage("inputs").Status, life.Stage("check").Status));
        Assert.Equal("Too small to print", life.Project.Inputs[0].Reason);
        life.On(2, 6, 11);
        Assert.Equal([1, 2], life.Of<NoticeSent>().Select(sent => sent.Number));
    }

    [Fact]
    public void TEC_04_What_was_missing_brings_the_suspended_project_back_when_all_of_it_is_there()
    {
        life.Pay().On(2, 23).Give("logo", "texts");
        Assert.Equal(ProjectStatus.Suspended, life.Report.Status);
        life.Give("pictures", "data");
        Assert.Null(life.Project.Suspension);
        Assert.True(life.Stage("check").IsRunning);
        Assert.Equal("inputs", Assert.Single(life.Of<ProjectResumed>()).StageKey);
    }

    [Fact]
    public void TEC_05_Inputs_are_verified_within_two_business_days_and_each_comes_with_the_place_of_its_use()
    {
        life.Pay();
        Assert.IsType<InputUseMissing>(ProjectRules.GiveInput(life.Terms, life.Project, "logo", "  ", life.Now).Refusal);
        life.GiveAll();
        Assert.Equal(new LocalDateTime(2026, 2, 4, 10, 0), life.Local(life.Stage("check").DueAt));
        Assert.All(life.Project.Inputs, input => Assert.Equal("On the home page", input.Use));
    }

    [Theory]
    [InlineData(2, 2, 3)] // All on Monday, verified on Wednesday: it started on Tuesday.
    [InlineData(2, 3, 4)]
    [InlineData(2, 5, 6)]
    public void TEC_06_The_project_starts_the_calendar_day_after_the_last_of_order_payment_and_inputs(int month, int given, int starts)
    {
        life.Pay().On(month, given, 11).GiveAll().On(month, given + 2).AcceptAll();
        Assert.Equal(new LocalDate(2026, 2, starts), life.Project.StartsOn);
        Assert.True(life.Stage("build").IsRunning);
    }

    [Fact]
    public void TEC_06_A_start_that_is_tomorrow_comes_by_itself_on_a_Saturday_too()
    {
        life.On(2, 6).Pay().GiveAll().AcceptAll();
        Assert.Equal(StageStatus.Ready, life.Stage("build").Status);
        life.On(2, 7, 0, 0);
        Assert.Equal(new LocalDateTime(2026, 2, 7, 0, 0), life.Local(life.Stage("build").BegunAt));
        Assert.Equal(new LocalDate(2026, 2, 27), life.Terms.Calendar.DateOf(life.Stage("build").DueAt!.Value));
    }

    [Fact]
    public void TEC_06_Delivery_takes_the_business_days_of_the_package_and_moves_with_the_customers_delay()
    {
        life.Pay().GiveAll().AcceptAll().On(2, 3);
        Assert.Equal(new LocalDate(2026, 2, 23), life.Report.Delivery);

        var late = new ProjectLife(Loaded.TecnoSoluciones, "cms").Pay().On(2, 12);
        Assert.Equal(new LocalDate(2026, 3, 6), late.Report.Delivery);
        Assert.Contains(late.Project.Forecasts, told => told.Reason == ForecastReason.CustomerLate);
        Assert.Equal(late.Project.Forecasts.Select(told => told.Date), late.Project.Forecasts.Select(told => told.Date).Distinct());
    }

    [Fact]
    public void TEC_07_One_single_revision_in_one_message_then_the_customer_has_its_two_days_again()
    {
        Built().Take(ProjectRules.AskRevision(life.Terms, life.Project, "The logo larger, the phone is wrong.", life.Now));
        Assert.IsType<NotYourTurn>(ProjectRules.Approve(life.Terms, life.Project, life.Now).Refusal);
        life.On(2, 25).Take(ProjectRules.FinishCorrections(life.Terms, life.Project, life.Now));
        Assert.Equal(new LocalDateTime(2026, 2, 27, 10, 0), life.Local(life.Stage("approval").DueAt));
        Assert.Equal(new NoRevisionLeft(1), ProjectRules.AskRevision(life.Terms, life.Project, "And blue.", life.Now).Refusal);
        Assert.True(life.Approve().Stage("access").IsRunning);
    }

    [Fact]
    public void TEC_07_No_answer_gets_two_notices_of_two_days_an_alert_of_two_days_and_suspension()
    {
        Built().On(4, 30);
        Assert.Equal(
            [new LocalDate(2026, 2, 24), new LocalDate(2026, 2, 26)],
            life.Of<NoticeSent>().Where(notice => notice.StageKey == "approval").Select(notice => life.Terms.Calendar.DateOf(notice.At)));
        Assert.Equal(new LocalDateTime(2026, 3, 4, 10, 0), life.SuspendedAt);
    }

    [Fact]
    public void TEC_07_An_approval_after_suspension_is_refused_until_the_house_resumes_it()
    {
        Built().On(4, 30);
        Assert.IsType<ProjectStandsStill>(ProjectRules.Approve(life.Terms, life.Project, life.Now).Refusal);
        life.Take(ProjectRules.Resume(life.Terms, life.Project, life.Now));
        Assert.Equal(new LocalDateTime(2026, 5, 5, 10, 0), life.Local(life.Stage("approval").DueAt));
        Assert.True(life.Approve().Stage("approval").IsOver);
    }

    [Fact]
    public void TEC_08_Anything_beyond_waits_until_the_original_is_finished_and_fully_paid()
    {
        Built();
        Assert.IsType<OriginalNotFinished>(ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Refusal);
        Completed();
        Assert.Equal(ExtraWorkPlace.NewProject, ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Value);
        life.Take(ProjectRules.Pay(life.Terms, life.Project, life.Project.Total.Percent(50), life.Now));
        Assert.Equal(new BalanceDue(life.Project.Balance), ExtraWorkRules.Place(life.Terms, life.Project, life.Now).Refusal);
    }

    [Fact]
    public void TEC_09_Access_waits_for_the_whole_payment_and_is_not_handed_over_when_money_went_back()
    {
        Built();
        life.Take(ProjectRules.Pay(life.Terms, life.Project, life.Project.Total.Percent(50), life.Now)).Approve();
        Assert.Equal(StageStatus.Waiting, life.Stage("access").Status);
        Assert.IsType<StageNotBegun>(ProjectRules.Finish(life.Terms, life.Project, "access", StageOwner.House, life.Now).Refusal);
        Assert.True(life.Pay().Stage("access").IsRunning);
        life.Take(ProjectRules.Pay(life.Terms, life.Project, life.Project.Total.Percent(50), life.Now));
        Assert.IsType<BalanceDue>(ProjectRules.Finish(life.Terms, life.Project, "access", StageOwner.House, life.Now).Refusal);
    }

    [Fact]
    public void TEC_10_The_workshop_is_within_two_weeks_and_of_at_most_four_hours()
    {
        Built().Approve();
        var from = life.Now;
        Assert.IsType<MeetingTooLate>(ProjectRules.Book(life.Terms, life.Project, "workshop", from + Duration.FromDays(15), 120, life.Now).Refusal);
        Assert.Equal(new MeetingLengthNotValid(240), ProjectRules.Book(life.Terms, life.Project, "workshop", from + Duration.FromDays(3), 241, life.Now).Refusal);
        Assert.IsType<MeetingNotBooked>(ProjectRules.Finish(life.Terms, life.Project, "workshop", StageOwner.House, life.Now).Refusal);
        life.Take(ProjectRules.Book(life.Terms, life.Project, "workshop", from + Duration.FromDays(13), 240, life.Now));
        Assert.IsType<MeetingAhead>(ProjectRules.Finish(life.Terms, life.Project, "workshop", StageOwner.House, life.Now).Refusal);
        Assert.True(life.MoveTo(from + Duration.FromDays(13)).Finish("workshop").Stage("workshop").IsOver);
    }

    [Fact]
    public void TEC_11_The_curtain_comes_off_within_24_hours_of_the_authorisation_whatever_the_workshop_does()
    {
        Built().Approve().Finish("access").On(2, 27, 16).Take(ProjectRules.Authorise(life.Terms, life.Project, life.Now));
        Assert.Equal(new LocalDateTime(2026, 2, 28, 16, 0), life.Local(life.Stage("opening").DueAt));
        Assert.True(life.Stage("workshop").IsRunning);
        life.On(3, 2);
        Assert.Equal(("opening", new LocalDateTime(2026, 2, 28, 16, 0)), (life.Of<StageOverdue>().Last().StageKey, life.Local(life.Of<StageOverdue>().Last().At)));
    }

    [Fact]
    public void TEC_12_With_the_curtain_off_the_order_is_completed_and_the_workshop_can_still_be_held()
    {
        Built();
        Completed();
        Assert.Equal(ProjectStatus.Completed, life.Report.Status);
        Assert.Single(life.Of<ProjectCompleted>());
        life.Take(ProjectRules.Book(life.Terms, life.Project, "workshop", life.Now + Duration.FromDays(1), 60, life.Now));
        life.MoveTo(life.Now + Duration.FromDays(2)).Finish("workshop");
        Assert.Equal(100, life.Report.Percent);
    }

    private ProjectLife Built() => life.Pay().GiveAll().AcceptAll().On(2, 20).FinishWork("build");

    private void Completed()
    {
        life.Approve().Finish("access").Take(ProjectRules.Authorise(life.Terms, life.Project, life.Now));
        life.Finish("opening");
    }
}
