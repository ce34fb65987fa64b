using System.Globalization;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Steps;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>Puts approved extra work where it is done: as tasks into the running project, or into a project of its own (SEN-05).</summary>
public sealed class ExtraTasks(ProjectStore projects, ProjectLifecycle lifecycle)
{
    /// <summary>Adds a task of each title to the project, or says why none can be added.</summary>
    internal async Task<Result<Done>> AddAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, IEnumerable<string> titles, CancellationToken cancellationToken)
    {
        foreach (var title in titles)
        {
            var key = AddTask.NewKey(project.State);
            if (!ExtraWorkRules.Add(project.Terms, project.State, key, scope.StoredNow()).TryGet(out var added, out var refusal))
            {
                return refusal;
            }

            await projects.SaveAsync(scope, project, added, cancellationToken: cancellationToken);
            scope.Db.Add(TaskOf(scope, project.Row.Id, key, title, request));
        }

        return Done.Value;
    }

    /// <summary>Opens a project of these titles, which the order pays.</summary>
    internal async Task OpenAsync(
        AccountScope scope, CurrentProject project, ProjectRequest request, Order order, IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        var keys = titles.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"task-{index + 1}")).ToList();
        var made = await lifecycle.OpenAsync(
            scope, order, new ExtraProject(project.Row.Id, request.BusinessDays ?? project.Row.DeliveryBusinessDays, keys), cancellationToken);
        request.NewProjectId = made.Id;
        foreach (var (key, title) in keys.Zip(titles))
        {
            scope.Db.Add(TaskOf(scope, made.Id, key, title, request));
        }
    }

    private static ProjectTask TaskOf(AccountScope scope, ProjectId project, string key, string title, ProjectRequest request) => new()
    {
        AccountId = scope.AccountId,
        ProjectId = project,
        Key = key,
        Title = title,
        RequestId = request.Id,
    };
}
