using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What an order does to the project that it bought: it opens it, tells it what is paid, and ends it unpaid.</summary>
public sealed class ProjectLifecycle(ProjectStore projects, Handbooks handbooks)
{
    /// <summary>An order of a package was placed: its project begins to wait for what it needs (TEC-01, SEN-01). Asked again, it is the same one.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, tracked in it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The order is not of a package.</exception>
    public Task<Project> OpenAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        OpenAsync(scope, order, null, cancellationToken);

    /// <summary>As above, or for extra work that becomes a project of its own (SEN-05, TEC-08).</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, tracked in it.</param>
    /// <param name="extra">What it consists of and how long it takes; null for what the package says.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Project> OpenAsync(AccountScope scope, Order order, ExtraProject? extra, CancellationToken cancellationToken)
    {
        if (await projects.FindByOrderAsync(scope.Db, scope.AccountId, order.Id, cancellationToken) is { } known)
        {
            return known.Row;
        }

        var sold = await handbooks.OfVersionAsync(scope.Db, order.HandbookVersion, cancellationToken);
        var package = sold.Packages.FirstOrDefault(candidate => candidate.Key == order.PackageKey)
            ?? throw new ArgumentException($"Order {order.Reference} is of no package.", nameof(order));
        var terms = ProjectTerms.Of(package, sold.ProjectOf(package), handbooks.Present.Calendar);
        if (extra is not null)
        {
            terms = terms with { DeliveryBusinessDays = extra.BusinessDays, ItemKeys = [.. extra.ItemKeys] };
        }

        var now = scope.Now.Stored();
        var state = order.ToDomain();
        var change = ProjectRules.Open(ProjectId.New(now), terms, order.Total, state.DueWithOrder, now);
        var row = new Project
        {
            AccountId = scope.AccountId,
            Id = change.Project.Id,
            Number = (int)await scope.NextNumberAsync(HouseCounter.Projects, cancellationToken),
            OrderId = order.Id,
            PackageKey = package.Key,
            TemplateKey = package.ProjectKey,
            PlatformKey = order.PlatformKey ?? package.PlatformKey,
            DesignKey = order.DesignKey,
            HandbookVersion = order.HandbookVersion,
            DeliveryBusinessDays = terms.DeliveryBusinessDays,
            OriginalId = extra?.OriginalId,
            State = change.Project,
            OpenedAt = now,
            UpdatedAt = now,
        };
        scope.Db.Add(row);
        await projects.SaveAsync(scope, new CurrentProject(row, terms, sold), change, cancellationToken: cancellationToken);
        return row;
    }

    /// <summary>What is paid of an order is another sum: money came, or went back. An order that bought no project changes nothing.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order as it stands now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (await projects.FindByOrderAsync(scope.Db, scope.AccountId, order.Id, cancellationToken) is { } project)
        {
            var change = ProjectRules.Pay(project.Terms, project.State, order.ToDomain().Paid, scope.Now.Stored());
            await projects.SaveAsync(scope, project, change, cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// An order ended unpaid: its project ends as cancelled, with the reason, and comes back when it is paid after all. One that was given back
    /// whole ends too, unless it is completed. An order that bought no project, or that money came for, changes nothing.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, expired, withdrawn or given back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task EndedAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (await projects.FindByOrderAsync(scope.Db, scope.AccountId, order.Id, cancellationToken) is { } project)
        {
            var cause = order.Status switch
            {
                OrderStatus.Expired => SuspensionCause.OrderExpired,
                OrderStatus.Refunded => SuspensionCause.OrderRefunded,
                _ => SuspensionCause.OrderWithdrawn,
            };
            await projects.SaveAsync(
                scope,
                project,
                ProjectRules.EndUnpaid(project.Terms, project.State, cause, scope.Now.Stored()),
                cancellationToken: cancellationToken);
        }
    }

    /// <summary>The account is erased: nothing goes on by itself on its projects, nor waits for who is gone.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task LeaveAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var project in await projects.FindOpenAsync(scope.Db, scope.AccountId, cancellationToken))
        {
            await projects.SaveAsync(
                scope, project, ProjectRules.Leave(project.Terms, project.State, scope.Now.Stored()), cancellationToken: cancellationToken);
        }
    }
}

/// <summary>Extra work that becomes a project of its own.</summary>
/// <param name="OriginalId">The project whose extra work it is.</param>
/// <param name="BusinessDays">How long it takes.</param>
/// <param name="ItemKeys">What it consists of.</param>
internal sealed record ExtraProject(ProjectId OriginalId, int BusinessDays, IReadOnlyList<string> ItemKeys);
