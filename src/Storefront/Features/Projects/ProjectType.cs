using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What an order of a package became, as both sides see it.</summary>
[ObjectType<Project>("Project")]
public static class ProjectType
{
    private const int MostDays = 800;

    public static void Configure(IObjectTypeDescriptor<Project> descriptor)
    {
        descriptor.Description("What an order of a package became (TEC-01).").BindFieldsExplicitly();
        descriptor.Field(project => project.Number);
        descriptor.Field(project => project.Status).Description("Where it stands.");
        descriptor.Field(project => project.OpenedAt).Description("When its order was placed.");
        descriptor.Field(project => project.UpdatedAt).Description("When something last happened to it.");
        descriptor.Field(project => project.DeliveredAt).Description("When it was delivered; null before.");
        descriptor.Field(project => project.CompletedAt).Description("When it was completed; null before.");
        descriptor.Field(project => project.DeliveryBusinessDays).Description("The business days in which it was promised, from its start.");
        descriptor.Field(project => project.DesignKey).Description("The key of the design that was chosen with the order; null where there is none.");
        descriptor.Field(project => project.Opinion);
        descriptor.Field(project => project.OpinionComment).Description("The opinion in the customer's words; null for none.");
        descriptor.Field(project => project.OpinionAskedAt).Description("When the opinion was asked for; null before.");
    }

    /// <summary>The project's id, opaque.</summary>
    public static ProjectKey GetId([Parent] Project project) => project.Key;

    [NodeResolver]
    [Authorize(Scopes = [ProjectScopes.Read])]
    public static Task<Project?> FindProjectAsync(
        ProjectKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, ProjectByKeyDataLoader projects, CancellationToken cancellationToken) =>
        viewer is not null && viewer.MaySee(key.AccountId) ? projects.LoadAsync(key, cancellationToken) : Task.FromResult<Project?>(null);

    /// <summary>What was bought, as it was called then.</summary>
    public static async Task<LocalizedText> NameAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, CancellationToken cancellationToken) =>
        (await OfAsync(project, sold, store, cancellationToken)).PackageName;

    /// <summary>The package, as it was sold.</summary>
    public static async Task<Package> PackageAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, CancellationToken cancellationToken) =>
        (await OfAsync(project, sold, store, cancellationToken)).Package;

    /// <summary>The day it starts, or started: the day after the last of order, payment and inputs. Null before that is known.</summary>
    public static LocalDate? StartsOn([Parent] Project project) => project.State.StartsOn;

    /// <summary>How it is going, at once: percent, expected delivery, and what it waits for.</summary>
    public static async Task<ProjectProgressView> ProgressAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, BusinessClock clock, CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        return new ProjectProgressView(ProjectReport.Of(known.Terms, project.State, clock.GetCurrentInstant()));
    }

    /// <summary>The expected deliveries that were told, each with its reason; the last one is in force.</summary>
    [ListSize(AssumedSize = 10)]
    public static IReadOnlyList<ProjectForecastView> Forecasts([Parent] Project project) =>
        [.. project.State.Forecasts.Select(forecast => new ProjectForecastView(forecast.At, forecast.Date, forecast.Reason))];

    /// <summary>Its stages, in order.</summary>
    [ListSize(AssumedSize = 12)]
    public static async Task<IReadOnlyList<ProjectStageView>> StagesAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        return [.. project.State.Stages.Select(stage => new ProjectStageView(known.Terms.Template.Stage(stage.Key), stage))];
    }

    /// <summary>What the customer hands over, in the order it is asked for.</summary>
    [ListSize(AssumedSize = 6)]
    public static async Task<IReadOnlyList<ProjectInputView>> InputsAsync(
        [Parent] Project project,
        SoldHandbookDataLoader sold,
        ProjectStore store,
        GivenInputsDataLoader given,
        ProjectFilesDataLoader files,
        CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        var all = await given.LoadAsync(project.Key, cancellationToken) ?? [];
        var attached = await files.LoadAsync(project.Key, cancellationToken) ?? [];
        return
        [
            .. known.Terms.Template.Inputs.Select(input =>
            {
                var last = all.LastOrDefault(row => row.InputKey == input.Key);
                return new ProjectInputView(
                    input, project.State.Inputs.First(stands => stands.Key == input.Key), last, [.. attached.Where(file => last is not null && file.GivenInputId == last.Id)]);
            }),
        ];
    }

    /// <summary>What its stages consist of, extra work included, in order.</summary>
    [ListSize(AssumedSize = 15)]
    public static async Task<IReadOnlyList<ProjectTaskView>> TasksAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, ProjectTasksDataLoader tasks, CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        var kept = (await tasks.LoadAsync(project.Key, cancellationToken) ?? []).ToDictionary(task => task.Key, StringComparer.Ordinal);
        return
        [
            .. project.State.Tasks.Select(task => new ProjectTaskView(
                task, kept.GetValueOrDefault(task.Key), known.Package.Items.FirstOrDefault(item => item.Key == task.Key)?.Name)),
        ];
    }

    /// <summary>Whose turn it was each day, from the order to the completion or today; days on which the house is closed are nobody's.</summary>
    [ListSize(AssumedSize = 60)]
    public static async Task<IReadOnlyList<ProjectDayView>> DaysAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, BusinessClock clock, CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        return [.. ProjectDays.Of(known.Terms, project.State, clock.GetCurrentInstant()).TakeLast(MostDays).Select(day => new ProjectDayView(day))];
    }

    /// <summary>How many days were late, by whom.</summary>
    public static async Task<ProjectDelaysView> DelaysAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, BusinessClock clock, CancellationToken cancellationToken)
    {
        var known = await OfAsync(project, sold, store, cancellationToken);
        var days = ProjectDays.Of(known.Terms, project.State, clock.GetCurrentInstant());
        return new ProjectDelaysView(ProjectDays.LateDays(days, StageOwner.House), ProjectDays.LateDays(days, StageOwner.Customer));
    }

    /// <summary>Why and since when it stands still; null while it goes on.</summary>
    public static ProjectSuspensionView? Suspension([Parent] Project project) => project.State.Suspension is { } stopped
        ? new ProjectSuspensionView(stopped.At, stopped.Cause, stopped.StageKey)
        : null;

    /// <summary>What it costs, tax included.</summary>
    public static Money Total([Parent] Project project) => project.State.Total;

    /// <summary>What of it is paid.</summary>
    public static Money Paid([Parent] Project project) => project.State.Paid;

    /// <summary>What is left to pay.</summary>
    public static Money Balance([Parent] Project project) => project.State.Balance;

    /// <summary>How many rounds of corrections were asked for.</summary>
    public static int RevisionsUsed([Parent] Project project) => project.State.RevisionsUsed;

    /// <summary>How many rounds of corrections are in scope.</summary>
    public static async Task<int> RevisionsInScopeAsync(
        [Parent] Project project, SoldHandbookDataLoader sold, ProjectStore store, CancellationToken cancellationToken) =>
        (await OfAsync(project, sold, store, cancellationToken)).Terms.Template.Revisions;

    /// <summary>The project whose extra work it is; null for one that was ordered by itself.</summary>
    public static async Task<Project?> OriginalAsync([Parent] Project project, ProjectByKeyDataLoader projects, CancellationToken cancellationToken) =>
        project.OriginalId is { } original ? await projects.LoadAsync(new ProjectKey(project.AccountId, original), cancellationToken) : null;

    private static async Task<CurrentProject> OfAsync(
        Project project, SoldHandbookDataLoader sold, ProjectStore store, CancellationToken cancellationToken) =>
        store.Of(project, (await sold.LoadAsync(project.HandbookVersion, cancellationToken))!);
}
