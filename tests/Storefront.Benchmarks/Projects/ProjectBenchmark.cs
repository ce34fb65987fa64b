using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Benchmarks.Projects;

/// <summary>A server that was stopped for a year, with a thousand projects that nobody touched meanwhile.</summary>
internal static class ProjectBenchmark
{
    private const int Projects = 1_000;

    private static readonly Duration Year = Duration.FromDays(365);

    /// <summary>On SQLite, and on PostgreSQL where it is installed: one line of Markdown each.</summary>
    public static async IAsyncEnumerable<string> MeasureAsync(BenchmarkOptions options)
    {
        var projects = options.Rounds == 1 ? Projects / 20 : Projects;
        yield return "| A year of projects caught up after a stopped server | projects | events | mails | took |\n|---|---:|---:|---:|---:|";
        foreach (var postgres in PostgresCluster.ReasonToSkip is null ? new[] { false, true } : [false])
        {
            yield return await CatchUpAsync(postgres, projects);
        }
    }

    private static async Task<string> CatchUpAsync(bool postgres, int projects)
    {
        await using var store = await ProjectHouse.OpenAsync(postgres ? await PostgresCluster.CreateDatabaseAsync() : null);
        for (var number = 0; number < projects; number++)
        {
            await store.OrderAsync(number);
        }

        store.Time.Now += Year;
        var begun = Stopwatch.GetTimestamp();
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun);
        await using var db = store.Db();
        var suspended = await db.Set<Project>().CountAsync(project => project.Status == ProjectStatus.Suspended && project.NextAt == null);
        var left = await db.Set<DueWorkRow>().CountAsync(work => work.DoneAt == null && work.DueAt <= store.Time.Now);
        var events = await store.CountEventsAsync();
        var mails = await store.CountMailsAsync();
        return suspended == projects && left == 0
            ? FormattableString.Invariant($"| {(postgres ? "PostgreSQL" : "SQLite")} | {projects} | {events} | {mails} | {took.TotalSeconds:0.0} s |")
            : throw new InvalidOperationException(FormattableString.Invariant($"{suspended} of {projects} projects are suspended; {left} not done."));
    }
}
