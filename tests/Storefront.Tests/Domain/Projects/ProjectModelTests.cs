using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Support;
using Xunit.Abstractions;

namespace Storefront.Tests.Domain.Projects;

/// <summary>Thousands of random projects under the houses' templates and random ones. STOREFRONT_LIVES says how many.</summary>
public class ProjectModelTests(ITestOutputHelper output)
{
    private const int DefaultLives = 1000;

    private static readonly Gen<(ProjectTerms Terms, ProjectStep[] Steps)> Lives =
        from terms in Gen.Frequency(
            (1, Gen.Constant(ProjectLife.TermsOf(Loaded.TecnoSoluciones, "commerce"))),
            (1, Gen.Constant(ProjectLife.TermsOf(Loaded.Sense, "landing"))),
            (2, RandomTemplate.Any))
        from steps in Gen.ArrayOf(ProjectStep.Any, 50)
        select (terms, steps);

    [Fact]
    public void No_stage_is_entered_without_its_condition_and_no_notice_is_sent_twice() => Check((terms, steps) =>
    {
        var watch = new ProjectWatch(terms);
        Live(terms, steps, (_, events, _) =>
        {
            foreach (var happened in events)
            {
                watch.See(happened);
            }
        });
    });

    [Fact]
    public void Every_project_that_stands_still_can_come_back_and_every_one_can_be_finished_from_wherever_it_is() => Check((terms, steps) =>
    {
        var stood = false;
        var (last, now) = Live(terms, steps, (project, _, at) =>
        {
            if (project.Suspension is not null && !stood)
            {
                Assert.Equal(project.Suspension.IsEnd, ProjectRules.Resume(terms, project, at).IsRefused);
                ProjectDriver.Finish(terms, project, at);
            }

            stood = project.Suspension is not null;
        });
        ProjectDriver.Finish(terms, last, now);
    });

    [Fact]
    public void COM_07_Catching_up_in_one_pass_gives_what_watching_all_the_time_gives() => Check((terms, steps) =>
    {
        var watched = new List<ProjectEvent>();
        var left = new List<ProjectEvent>();
        var (one, now) = Live(terms, steps, (_, events, _) => watched.AddRange(events));
        var begun = Begin(terms);
        var project = begun.Project;
        left.AddRange(begun.Events);
        var at = Start;
        foreach (var step in steps)
        {
            at += Duration.FromMinutes(step.Minutes);
            if (step.Take(terms, project, at) is { IsRefused: false, Value: var change })
            {
                project = change.Project;
                left.AddRange(change.Events);
            }
        }

        var caughtUp = ProjectRules.Settle(terms, project, at);
        left.AddRange(caughtUp.Events);
        Assert.Equal(now, at);
        Assert.Equal(watched, left);
        Assert.Equal(ProjectText.Of(one), ProjectText.Of(caughtUp.Project));
        Assert.Empty(ProjectRules.Settle(terms, caughtUp.Project, at).Events);
    });

    [Fact]
    public void SEN_04_Percent_and_days_can_be_told_at_any_moment() => Check((terms, steps) => Live(terms, steps, (project, events, now) =>
    {
        if (events.Count == 0)
        {
            return;
        }

        var report = ProjectReport.Of(terms, project, now);
        Assert.InRange(report.Percent, 0, 100);
        Assert.Equal(
            report.Percent == 100,
            project.Stages.All(stage => stage.IsOver || project.Tasks.Any(task => task.StageKey == stage.Key)) && project.Tasks.All(task => task.FinishedAt is not null));
        Assert.Equal(project.Suspension is not null && project.DeliveredAt is null, report.Delivery is null);
        var today = terms.Calendar.DateOf(now);
        Assert.True(project.DeliveredAt is not null || report.Delivery is not { } expected || expected >= today.PlusDays(-1));
        if (!events.OfType<StageEnded>().Any())
        {
            return;
        }

        var days = ProjectDays.Of(terms, project, now);
        Assert.Equal(days.Select(day => day.Date), days.Select(day => day.Date).Distinct().Order());
        Assert.All(days, day => Assert.Equal(day.Owner == StageOwner.Nobody, day.StageKey is null && !day.Late));
    }));

    private static readonly Instant Start = Instant.FromUtc(2026, 2, 2, 15, 0);

    private static ProjectChange Begin(ProjectTerms terms)
    {
        var total = new Money(1_000_000, Currency.Cop);
        return ProjectRules.Open(ProjectId.New(Start), terms, total, total.Percent(50), Start);
    }

    /// <summary>Lives through the steps, looking at the project every seven hours between them as a running server does.</summary>
    private static (ProjectState Project, Instant Now) Live(
        ProjectTerms terms, ProjectStep[] steps, Action<ProjectState, IReadOnlyList<ProjectEvent>, Instant> seen)
    {
        ProjectState project = null!;
        var now = Start;
        See(Begin(terms));
        foreach (var step in steps)
        {
            var until = now + Duration.FromMinutes(step.Minutes);
            while (now < until)
            {
                now = Instant.Min(until, now + Duration.FromHours(7));
                See(ProjectRules.Settle(terms, project, now));
            }

            if (step.Take(terms, project, now) is { IsRefused: false, Value: var change })
            {
                See(change);
            }
        }

        See(ProjectRules.Settle(terms, project, now));
        return (project, now);

        void See(ProjectChange change)
        {
            project = change.Project;
            seen(project, change.Events, now);
        }
    }

    private void Check(Action<ProjectTerms, ProjectStep[]> property)
    {
        var seed = TestSeed.Take(output);
        var lives = int.TryParse(Environment.GetEnvironmentVariable("STOREFRONT_LIVES"), out var many) ? many : DefaultLives;
        Prop.ForAll(Lives.ToArbitrary(), life => property(life.Terms, life.Steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(lives).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None))));
    }
}
