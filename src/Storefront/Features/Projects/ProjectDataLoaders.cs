using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Features.Attachments;
using Storefront.Features.Projects.Requests;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>Projects by key. Whether the viewer may see one is asked where the key comes from.</summary>
public sealed class ProjectByKeyDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<ProjectKey, Project?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ProjectKey, Project?>> LoadBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Project>().AsNoTracking().Where(project => accounts.Contains(project.AccountId) && ids.Contains(project.Id))
            .ToDictionaryAsync(project => new ProjectKey(project.AccountId, project.Id), Project? (project) => project, cancellationToken);
    }
}

/// <summary>Handbooks by version, as projects were sold under them.</summary>
public sealed class SoldHandbookDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
    : BatchDataLoader<string, Handbook>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<string, Handbook>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new Dictionary<string, Handbook>(StringComparer.Ordinal);
        foreach (var version in keys)
        {
            found[version] = await handbooks.OfVersionAsync(db, version, cancellationToken);
        }

        return found;
    }
}

/// <summary>What was handed over for projects, in order.</summary>
public sealed class GivenInputsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, GivenInput>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, GivenInput>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<GivenInput>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.GivenAt).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>The files of projects, in order.</summary>
public sealed class ProjectFilesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, Attachment>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, Attachment>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var accounts = keys.Select(key => key.AccountId).Distinct().ToList();
        var ids = keys.Select(key => (Domain.Shared.ProjectId?)key.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Attachment>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && row.ProjectId != null && ids.Contains(row.ProjectId))
            .OrderBy(row => row.UploadedAt).ThenBy(row => row.FileName).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId!.Value));
    }
}

/// <summary>What is kept of projects' tasks.</summary>
public sealed class ProjectTasksDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectTask>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectTask>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectTask>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId)).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>The tickets by which something about projects is followed, in order.</summary>
public sealed class ProjectTicketsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectTicket>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectTicket>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectTicket>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.OpenedAt).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>What the house handed over on projects, in order.</summary>
public sealed class ProjectDocumentsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectDocument>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectDocument>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectDocument>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.At).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>The lines of projects' records and lists, in order.</summary>
public sealed class ProjectListItemsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectListItem>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectListItem>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectListItem>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.Index).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>The accesses of projects, in order.</summary>
public sealed class ProjectAccessesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectAccess>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectAccess>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectAccess>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.HandedOverAt).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>What customers asked for on projects, in order.</summary>
public sealed class ProjectRequestsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectRequest>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectRequest>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectRequest>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.AskedAt).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

/// <summary>What was said on projects, in order.</summary>
public sealed class ProjectMessagesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<ProjectKey, ProjectMessage>(scheduler, options)
{
    protected override async Task<ILookup<ProjectKey, ProjectMessage>> LoadGroupedBatchAsync(IReadOnlyList<ProjectKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = keys.Parts();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ProjectMessage>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.ProjectId))
            .OrderBy(row => row.At).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new ProjectKey(row.AccountId, row.ProjectId));
    }
}

internal static class ProjectKeys
{
    public static (List<Domain.Shared.AccountId> Accounts, List<Domain.Shared.ProjectId> Ids) Parts(this IReadOnlyList<ProjectKey> keys) =>
        ([.. keys.Select(key => key.AccountId).Distinct()], [.. keys.Select(key => key.Id)]);
}
