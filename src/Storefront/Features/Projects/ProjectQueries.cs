using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>Projects by number.</summary>
[QueryType]
public static class ProjectQueries
{
    /// <summary>A project by its number, for staff of any account; null when the viewer's account has none of that number.</summary>
    /// <param name="number">The number that people call it by.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="contexts">The database.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [Authorize(Scopes = [ProjectScopes.Read])]
    public static async Task<Project?> ProjectAsync(
        int number, [GlobalState(ApiViewer.Key)] Viewer viewer, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var project = await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken);
        return project is not null && viewer.MaySee(project.AccountId) ? project : null;
    }
}

/// <summary>The projects of an account.</summary>
[ExtendObjectType<AccountView>]
public static class AccountProjects
{
    /// <summary>The account's projects; those to which something happened last come first unless an order is given.</summary>
    [UsePaging(Keys = [$"{nameof(Project.UpdatedAt)} desc", $"{nameof(Project.Number)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(nameof(Project.Status), nameof(Project.Number), nameof(Project.PackageKey), nameof(Project.OpenedAt), nameof(Project.UpdatedAt))]
    [UseSorting(nameof(Project.Number), nameof(Project.OpenedAt), nameof(Project.UpdatedAt))]
    [Authorize(Scopes = [ProjectScopes.Read])]
    public static IQueryable<Project> Projects([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<Project>().AsNoTracking().Where(project => project.AccountId == account.AccountId);
}

/// <summary>All projects of the house, for staff.</summary>
[ExtendObjectType<DeskView>]
public static class DeskProjects
{
    /// <summary>The projects of all accounts; those to which something happened last come first unless an order is given.</summary>
    [UsePaging(Keys = [$"{nameof(Project.UpdatedAt)} desc", $"{nameof(Project.Number)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(nameof(Project.Status), nameof(Project.Number), nameof(Project.Turn), nameof(Project.TurnDueAt), nameof(Project.PackageKey))]
    [UseSorting(nameof(Project.Number), nameof(Project.TurnDueAt), nameof(Project.UpdatedAt))]
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Read])]
    public static IQueryable<Project> Projects([Parent] DeskView desk, ListContexts contexts) =>
        contexts.Create().Set<Project>().AsNoTracking();
}
