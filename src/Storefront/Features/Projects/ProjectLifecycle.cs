using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What an order does to the project that it bought: it opens it, and tells it what is paid.</summary>
public sealed class ProjectLifecycle(ProjectStore projects, Handbooks handbooks)
{
    /// <summary>An order of a package was placed: its project begins to wait for what it needs (TEC-01, SEN-01). Asked again, it is the same one.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, tracked in it.</param>
    /// <param name="bought">What of the handbook it bought.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Project> OpenAsync(AccountScope scope, Order order, BoughtPackage bought, CancellationToken cancellationToken)
    {
        if (await projects.FindByOrderAsync(scope.Db, scope.AccountId, order.Id, cancellationToken) is { } known)
        {
            return known.Row;
        }

        var sold = await handbooks.OfVersionAsync(scope.Db, order.HandbookVersion, cancellationToken);
        var package = sold.Packages.First(candidate => candidate.Key == bought.PackageKey);
        var terms = ProjectTerms.Of(package, sold.ProjectOf(package), handbooks.Present.Calendar);
        var days = bought.BusinessDays ?? package.DeliveryBusinessDays;
        terms = terms with { DeliveryBusinessDays = days, ItemKeys = bought.ItemKeys is { IsDefault: false } items ? items : terms.ItemKeys };
        var now = scope.Now.Stored();
        var change = ProjectRules.Open(ProjectId.New(now), terms, order.Total, bought.DueWithOrder ?? order.Total, now);
        var row = new Project
        {
            AccountId = scope.AccountId,
            Id = change.Project.Id,
            Number = (int)await scope.NextNumberAsync(HouseCounter.Projects, cancellationToken),
            OrderId = order.Id,
            PackageKey = package.Key,
            TemplateKey = package.ProjectKey,
            PlatformKey = package.PlatformKey,
            DesignKey = bought.DesignKey,
            HandbookVersion = order.HandbookVersion,
            DeliveryBusinessDays = days,
            OriginalId = bought.OriginalId,
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
    /// <param name="order">The order.</param>
    /// <param name="paid">What is paid of it in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PaidAsync(AccountScope scope, Order order, Money paid, CancellationToken cancellationToken)
    {
        if (await projects.FindByOrderAsync(scope.Db, scope.AccountId, order.Id, cancellationToken) is { } project)
        {
            var change = ProjectRules.Pay(project.Terms, project.State, paid, scope.Now.Stored());
            await projects.SaveAsync(scope, project, change, cancellationToken: cancellationToken);
        }
    }
}
