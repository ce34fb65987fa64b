using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

public class ProjectDaysTests
{
    private readonly ProjectLife life = new(Loaded.TecnoSoluciones, "cms");

    [Fact]
    public void SEN_04_Each_day_is_the_houses_the_customers_or_nobodys()
    {
        life.Pay().On(2, 4, 15).GiveAll().On(2, 6, 9).AcceptAll().On(2, 9, 17);
        Assert.Equal(
            [
                (2, StageOwner.Customer, "inputs"), (3, StageOwner.Customer, "inputs"), (4, StageOwner.Customer, "inputs"), (5, StageOwner.House, "check"),
                (6, StageOwner.House, "build"), (7, StageOwner.Nobody, null), (8, StageOwner.Nobody, null), (9, StageOwner.House, "build"),
            ],
            Days().Select(day => (day.Date.Day, day.Owner, day.StageKey)));
        Assert.DoesNotContain(Days(), day => day.Late);
    }

    [Fact]
    public void A_day_after_the_one_on_which_it_was_due_is_late_and_whose_it_is_delayed_it()
    {
        life.Pay().On(2, 9, 16).GiveAll();
        Assert.Equal([6, 9], Days().Where(day => day.Late).Select(day => day.Date.Day));
        life.On(2, 13, 16).AcceptAll();
        Assert.Equal((2, 2), (ProjectDays.LateDays(Days(), StageOwner.Customer), ProjectDays.LateDays(Days(), StageOwner.House)));
    }

    [Fact]
    public void The_days_of_a_suspension_are_the_customers_and_late()
    {
        life.Pay().On(2, 27, 17);
        var suspended = Days().Where(day => day.Date > new LocalDate(2026, 2, 20) && day.Owner != StageOwner.Nobody).ToList();
        Assert.Equal([23, 24, 25, 26, 27], suspended.Select(day => day.Date.Day));
        Assert.All(suspended, day => Assert.Equal((StageOwner.Customer, true), (day.Owner, day.Late)));
    }

    [Fact]
    public void Waiting_for_the_day_on_which_it_starts_is_nobodys()
    {
        life.On(2, 2, 8).Pay().GiveAll().AcceptAll().On(2, 2, 17);
        Assert.Equal(StageOwner.Nobody, Assert.Single(Days()).Owner);
    }

    [Fact]
    public void What_does_not_hold_up_the_completion_counts_only_while_nothing_else_goes_on()
    {
        life.Pay().GiveAll().AcceptAll().On(2, 20, 8).FinishWork("build").Approve().Finish("access").On(2, 24, 17);
        Assert.Equal((StageOwner.Customer, "consent"), (Days()[^1].Owner, Days()[^1].StageKey));
        Assert.True(life.Stage("workshop").IsRunning);
    }

    [Fact]
    public void Today_counts_once_the_house_has_opened_and_no_day_counts_after_the_completion()
    {
        life.Pay().On(2, 4, 7);
        Assert.Equal(3, Days()[^1].Date.Day);
        life.GiveAll().AcceptAll().On(2, 20).FinishWork("build").Approve().Finish("access");
        life.Take(ProjectRules.Authorise(life.Terms, life.Project, life.Now)).Finish("opening").On(5, 1);
        Assert.Equal(new LocalDate(2026, 2, 20), Days()[^1].Date);
    }

    private ImmutableArray<ProjectDay> Days() => ProjectDays.Of(life.Terms, life.Project, life.Now);
}
