using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Requests;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects;

/// <summary>Loads projects for rules, and writes what rules made of them with their events and mails. For actions, inside their transaction.</summary>
public sealed class ProjectStore(Handbooks handbooks, ProjectMails mails)
{
    /// <summary>One project of the account; null when it has no such one.</summary>
    public async Task<CurrentProject?> FindAsync(StorefrontDb db, AccountId account, ProjectId id, CancellationToken cancellationToken) =>
        await db.Set<Project>().SingleOrDefaultAsync(project => project.AccountId == account && project.Id == id, cancellationToken) is { } row
            ? await LoadAsync(db, row, cancellationToken)
            : null;

    /// <summary>The project that an order bought; null when it bought none.</summary>
    public async Task<CurrentProject?> FindByOrderAsync(StorefrontDb db, AccountId account, OrderId order, CancellationToken cancellationToken) =>
        (db.Set<Project>().Local.FirstOrDefault(project => project.AccountId == account && project.OrderId == order)
            ?? await db.Set<Project>().SingleOrDefaultAsync(project => project.AccountId == account && project.OrderId == order, cancellationToken)) is { } row
            ? await LoadAsync(db, row, cancellationToken)
            : null;

    /// <summary>The account's projects that are not completed, or still wait for somebody.</summary>
    public async Task<IReadOnlyList<CurrentProject>> FindOpenAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        var open = new List<CurrentProject>();
        var rows = await db.Set<Project>().Where(project => project.AccountId == account && (project.CompletedAt == null || project.Turn != null))
            .ToListAsync(cancellationToken);

        // Once more by what this transaction made of them.
        foreach (var row in rows.Where(row => row.State.CompletedAt is null || row.State.Stages.Any(stage => stage.IsRunning)))
        {
            open.Add(await LoadAsync(db, row, cancellationToken));
        }

        return open;
    }

    /// <summary>The account's projects to which the clock does something by then, in the order in which it does.</summary>
    public async Task<IReadOnlyList<CurrentProject>> FindDueAsync(
        StorefrontDb db, AccountId account, Instant now, CancellationToken cancellationToken)
    {
        var due = new List<CurrentProject>();
        foreach (var row in await db.Set<Project>().Where(project => project.AccountId == account && project.NextAt <= now)
            .OrderBy(project => project.NextAt).ThenBy(project => project.Number).ToListAsync(cancellationToken))
        {
            due.Add(await LoadAsync(db, row, cancellationToken));
        }

        return due;
    }

    /// <summary>Writes what a rule did to a project that was just built or loaded in this transaction.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="project">The project.</param>
    /// <param name="change">What became of it.</param>
    /// <param name="before">What else happened to it, told first.</param>
    /// <param name="said">What was said with it, for the mails.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SaveAsync(
        AccountScope scope,
        CurrentProject project,
        ProjectChange change,
        IReadOnlyList<ProjectLogged>? before = null,
        string? said = null,
        CancellationToken cancellationToken = default)
    {
        var row = project.Row;
        row.Update(change.Project, ProjectReport.Of(project.Terms, change.Project, scope.Now));
        foreach (var happened in (before ?? []).Concat(change.Events.Select(happened => ProjectEventLog.Of(row, happened))))
        {
            Tell(scope, project, happened);
        }

        if (change.Events.OfType<BalanceAsked>().Any())
        {
            await OrderBalances.AskAsync(scope, row.OrderId, cancellationToken);
        }

        if (change.Project is { CompletedAt: not null, IsFullyPaid: true } && change.Events.Any(happened => happened is ProjectCompleted or ProjectPaid))
        {
            await BeginWaitingWork.ScheduleAsync(scope, project, cancellationToken);
        }

        await mails.TellAsync(scope, project, change.Events, said, cancellationToken);
        if (row.OpinionAskedAt is null && IsCollected(project, change))
        {
            row.OpinionAskedAt = scope.Now;
            Tell(scope, project, new ProjectOpinionAsked(row.Id));
            await mails.SendAsync(scope, project, new ProjectLetter("Opinion", MailKind.Project), cancellationToken);
        }
    }

    /// <summary>Whether the balance is collected now, after the delivery; where no stage is about that, whether the project is completed (SEN-06).</summary>
    private static bool IsCollected(CurrentProject project, ProjectChange change)
    {
        var collections = project.Terms.Template.Stages.Where(stage => stage.End == StageEnd.FullPayment).Select(stage => stage.Key).ToList();
        return change.Project.DeliveredAt is not null && (collections.Count > 0
            ? change.Events.OfType<StageBegun>().Any(begun => collections.Contains(begun.StageKey))
            : change.Project.CompletedAt is not null);
    }

    /// <summary>Writes something that happened beside the rules.</summary>
    public static void Tell(AccountScope scope, CurrentProject project, ProjectLogged happened)
    {
        project.Row.LastSequence = scope.Append(happened);
        project.Row.UpdatedAt = scope.Now;
    }

    /// <summary>By what a project goes: the template of the handbook it was sold under, what was promised, and the house's present calendar.</summary>
    public async Task<CurrentProject> LoadAsync(StorefrontDb db, Project row, CancellationToken cancellationToken) =>
        Of(row, await handbooks.OfVersionAsync(db, row.HandbookVersion, cancellationToken));

    /// <summary>A project under the handbook that it was sold under.</summary>
    public CurrentProject Of(Project row, Handbook sold) => new(
        row,
        new ProjectTerms(
            sold.Projects.First(template => template.Key == row.TemplateKey),
            row.DeliveryBusinessDays,
            [.. row.State.Tasks.Where(task => !task.Extra).Select(task => task.Key)],
            handbooks.Present.Calendar),
        sold);
}
