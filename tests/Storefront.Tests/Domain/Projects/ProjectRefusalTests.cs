using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

/// <summary>What nobody may do, and that nothing is lost by trying.</summary>
public class ProjectRefusalTests
{
    private readonly ProjectLife life = new(Loaded.TecnoSoluciones, "cms");

    [Fact]
    public void A_stage_is_not_skipped()
    {
        Assert.Equal("payment", Assert.Single(Assert.IsType<StageNotBegun>(ProjectRules.GiveInput(life.Terms, life.Project, "logo", "All", life.Now).Refusal).WaitsFor));
        Assert.Equal("check", Assert.Single(Assert.IsType<StageNotBegun>(Finish("build")).WaitsFor));
        Assert.IsType<StageNotBegun>(ProjectRules.Approve(life.Terms, life.Project, life.Now).Refusal);
        Assert.IsType<StageNotBegun>(ProjectRules.Authorise(life.Terms, life.Project, life.Now).Refusal);
        Assert.IsType<UnknownStage>(Finish("lunch"));
    }

    [Fact]
    public void A_stage_is_not_done_twice()
    {
        life.Pay().GiveAll().AcceptAll().On(2, 20).FinishWork("build");
        Assert.Equal(new StageAlreadyOver("build", life.Now), Finish("build"));
        life.Approve();
        Assert.Equal(new StageAlreadyOver("approval", life.Now), ProjectRules.Approve(life.Terms, life.Project, life.Now).Refusal);
        Assert.IsType<StageAlreadyOver>(ProjectRules.AskRevision(life.Terms, life.Project, "One more thing", life.Now).Refusal);
    }

    [Fact]
    public void A_stage_ends_by_what_ends_it_and_by_whose_turn_it_is()
    {
        life.Pay();
        Assert.Equal(new StageEndsOtherwise("inputs", StageEnd.InputsGiven), Finish("inputs"));
        life.GiveAll().AcceptAll().On(2, 3);
        Assert.Equal(new NotYourTurn("build", StageOwner.House), ProjectRules.Finish(life.Terms, life.Project, "build", StageOwner.Customer, life.Now).Refusal);
        Assert.IsType<TasksLeft>(Finish("build"));
        Assert.IsType<NoMeeting>(ProjectRules.Book(life.Terms, life.Project, "build", life.Now + Duration.FromDays(1), 60, life.Now).Refusal);
    }

    [Fact]
    public void An_input_is_accepted_once_and_comes_back_only_with_a_reason()
    {
        life.Pay();
        Assert.IsType<InputNotHere>(ProjectRules.AcceptInput(life.Terms, life.Project, "logo", life.Now).Refusal);
        life.Give("logo");
        Assert.IsType<InputReasonMissing>(ProjectRules.ReturnInput(life.Terms, life.Project, "logo", "", life.Now).Refusal);
        life.AcceptAll();
        Assert.IsType<InputAlreadyAccepted>(ProjectRules.AcceptInput(life.Terms, life.Project, "logo", life.Now).Refusal);
        Assert.IsType<InputAlreadyAccepted>(ProjectRules.ReturnInput(life.Terms, life.Project, "logo", "Blurred", life.Now).Refusal);
        Assert.IsType<InputAlreadyAccepted>(ProjectRules.GiveInput(life.Terms, life.Project, "logo", "Footer", life.Now).Refusal);
        Assert.Contains("logo", Assert.IsType<UnknownInput>(ProjectRules.GiveInput(life.Terms, life.Project, "castle", "x", life.Now).Refusal).Known);
    }

    [Fact]
    public void An_input_can_be_replaced_until_it_is_accepted_and_a_text_has_its_limit()
    {
        life.Pay().Give("logo");
        life.Take(ProjectRules.GiveInput(life.Terms, life.Project, "logo", "  In the footer 🦊 ", life.Now));
        Assert.Equal("In the footer 🦊", life.Project.Inputs[0].Use);
        Assert.IsType<ProjectTextTooLong>(ProjectRules.GiveInput(life.Terms, life.Project, "texts", new string('x', 4001), life.Now).Refusal);
    }

    [Fact]
    public void A_project_that_goes_on_is_not_resumed_and_one_that_stands_still_does_nothing()
    {
        Assert.IsType<ProjectGoesOn>(ProjectRules.Resume(life.Terms, life.Project, life.Now).Refusal);
        life.Pay().GiveAll().Take(ProjectRules.SendToSales(life.Terms, life.Project, "More than was ordered", life.Now));
        Assert.IsType<ProjectStandsStill>(ProjectRules.SendToSales(life.Terms, life.Project, "Again", life.Now).Refusal);
        Assert.IsType<ProjectStandsStill>(ProjectRules.AcceptInput(life.Terms, life.Project, "logo", life.Now).Refusal);
        Assert.IsType<ProjectStandsStill>(ProjectRules.Finish(life.Terms, life.Project, "check", StageOwner.House, life.Now).Refusal);
        var events = life.Events.Count;
        Assert.Equal(events, life.On(12, 31).Events.Count);
    }

    [Fact]
    public void The_house_gives_another_day_only_for_its_own_turn_with_a_reason_and_not_in_the_past()
    {
        life.Pay().GiveAll().AcceptAll().On(2, 23);
        var day = new LocalDate(2026, 3, 6);
        Assert.IsType<ProjectReasonMissing>(Announce(day, null).Refusal);
        Assert.Equal(new DayInThePast(new LocalDate(2026, 2, 23)), Announce(day.PlusMonths(-1), "Illness").Refusal);
        Assert.Equal(new DayTooFar(new LocalDate(2028, 2, 23)), Announce(new LocalDate(2028, 2, 24), "Illness").Refusal);
        Assert.Equal(new DayTooFar(new LocalDate(2028, 2, 23)), Announce(LocalDate.MaxIsoValue, "Illness").Refusal);
        Assert.Null(Announce(new LocalDate(2028, 2, 23), "Illness").Refusal);
        life.Take(Announce(day, "Illness"));
        Assert.Equal((day, ForecastReason.Announced), (life.Report.Delivery, life.Project.Forecasts[^1].Reason));
        life.FinishWork("build");
        Assert.IsType<NotYourTurn>(ProjectRules.Announce(life.Terms, life.Project, "approval", day, "They are on holiday", life.Now).Refusal);

        Result<ProjectChange> Announce(LocalDate to, string? reason) => ProjectRules.Announce(life.Terms, life.Project, "build", to, reason, life.Now);
    }

    [Fact]
    public void A_meeting_is_not_booked_years_ahead_even_by_who_moves_one_that_is_late()
    {
        life.Pay().GiveAll().AcceptAll().On(2, 23).FinishWork("build").Approve();
        var stage = life.Terms.Template.Stages.First(known => known.End == StageEnd.Meeting && life.Project.Find(known.Key)!.IsRunning).Key;
        life.Take(ProjectRules.Book(life.Terms, life.Project, stage, life.Now + Duration.FromDays(2), 60, life.Now));
        Assert.IsType<MeetingTooLate>(ProjectRules.Book(life.Terms, life.Project, stage, life.Now + Duration.FromDays(740), 60, life.Now).Refusal);
        Assert.IsType<MeetingTooLate>(ProjectRules.Book(life.Terms, life.Project, stage, Instant.MaxValue, 60, life.Now).Refusal);
    }

    [Fact]
    public void What_costs_nothing_begins_at_once()
    {
        var terms = life.Terms;
        var nothing = Money.Zero(Currency.Usd);
        var free = ProjectRules.Open(ProjectId.New(life.Now), terms, nothing, nothing, life.Now).Project;
        Assert.True(free.Find("inputs")!.IsRunning);
        Assert.True(free.IsFullyPaid);
    }

    private Refusal? Finish(string stageKey) => ProjectRules.Finish(life.Terms, life.Project, stageKey, StageOwner.House, life.Now).Refusal;
}
