using System.Diagnostics;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Tests.Domain.Houses;
using Xunit.Abstractions;

namespace Storefront.Tests.Domain.Projects;

/// <summary>A server that was stopped for a year.</summary>
public class ProjectYearTests(ITestOutputHelper output)
{
    private const int Projects = 1000;

    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public void COM_07_A_year_of_a_thousand_projects_is_caught_up_in_one_pass_to_where_a_year_of_days_would_have_led()
    {
        var spent = new Stopwatch();
        var happened = 0;
        foreach (var number in Enumerable.Range(0, Projects))
        {
            var life = Begun(number % 2 == 0 ? Loaded.TecnoSoluciones : Loaded.Sense, number);
            var end = life.Now + (366 * Day);
            spent.Start();
            var once = ProjectRules.Settle(life.Terms, life.Project, end);
            spent.Stop();
            happened += once.Events.Length;

            List<ProjectEvent> watched = [];
            var project = life.Project;
            for (var now = life.Now; now <= end; now += Day)
            {
                var today = ProjectRules.Settle(life.Terms, project, now);
                project = today.Project;
                watched.AddRange(today.Events);
            }

            Assert.Equal(watched, once.Events);
            Assert.Equal(ProjectText.Of(project), ProjectText.Of(once.Project));
        }

        output.WriteLine($"{Projects} projects, {happened} events, {spent.ElapsedMilliseconds} ms");
        Assert.True(happened > Projects);
    }

    /// <summary>A project that was left alone at one of several points.</summary>
    private static ProjectLife Begun(Handbook house, int number)
    {
        var life = new ProjectLife(house, house.Packages[number % house.Packages.Count].Key, ProjectLife.Monday.PlusHours(number * 7));
        if (number % 5 > 0)
        {
            life.Pay();
        }

        if (number % 5 > 1 && life.Stage("payment").IsOver)
        {
            life = house == Loaded.Sense ? life.Finish("booking") : life;
            life.GiveAll();
        }

        if (number % 5 > 2)
        {
            life.AcceptAll();
        }

        if (number % 5 > 3 && house == Loaded.TecnoSoluciones)
        {
            life.MoveTo(life.Now + (3 * Day)).FinishWork("build");
        }

        return life;
    }
}
