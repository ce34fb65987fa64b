using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Projects;
using Storefront.Store;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>Removes what both sides wrote on an account's projects; stages, days and money stay.</summary>
internal static class ProjectRows
{
    private const string Gone = AccountRows.Gone;

    private const string? None = null;

    private static readonly byte[] NoBytes = [];

    public static async Task EmptyAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        foreach (var project in await db.Set<Project>().Where(row => row.AccountId == account).ToListAsync(cancellationToken))
        {
            project.State = project.State with { Inputs = [.. project.State.Inputs.Select(input => input with { Use = null, Reason = null })] };
            project.OpinionComment = null;
        }

        await db.Set<ProjectMessage>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(message => message.Text, Gone), cancellationToken);
        await db.Set<ProjectNote>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(note => note.Text, Gone), cancellationToken);
        await db.Set<GivenInput>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(input => input.Text, None).SetProperty(input => input.Use, Gone).SetProperty(input => input.ReturnReason, None), cancellationToken);
        await db.Set<ProjectTask>().Where(row => row.AccountId == account && row.Title != null).ExecuteUpdateAsync(
            row => row.SetProperty(task => task.Title, Gone), cancellationToken);
        await db.Set<ProjectDocument>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(document => document.Title, Gone).SetProperty(document => document.Text, None).SetProperty(document => document.Address, None),
            cancellationToken);
        await db.Set<ProjectListItem>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(item => item.Text, Gone), cancellationToken);
        await db.Set<ProjectAccess>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(access => access.Name, Gone).SetProperty(access => access.Address, None).SetProperty(access => access.Content, NoBytes),
            cancellationToken);

        // What was still to be answered, decided or begun is no more: nothing is done for who has gone.
        await db.Set<ProjectRequest>()
            .Where(row => row.AccountId == account && (row.Status == ProjectRequestStatus.Open || row.Status == ProjectRequestStatus.Quoted
                || (row.Status == ProjectRequestStatus.Approved && row.OrderId == null)))
            .ExecuteUpdateAsync(row => row.SetProperty(request => request.Status, ProjectRequestStatus.Declined), cancellationToken);
        await db.Set<ProjectRequest>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(request => request.Text, Gone).SetProperty(request => request.Answer, None)
                .SetProperty(request => request.Tasks, (ProjectRequestTasks?)null),
            cancellationToken);
    }
}
