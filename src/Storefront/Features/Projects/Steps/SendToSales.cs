using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Requests;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff stop a project until it is agreed what is to be made, with a reason that the customer reads, and a ticket follows it (SEN-03).</summary>
public sealed class SendToSales(ProjectTransactions projects, ProjectFollowUp followUp)
{
    /// <summary>The project, or <see cref="ProjectReasonMissing"/>, <see cref="ProjectStandsStill"/>, <see cref="ProjectAlreadyCompleted"/> …</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("reason", reason).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsStaffAsync(
            key,
            staff,
            null,
            async (scope, project, token) =>
            {
                var sent = await projects.SaveAsync(
                    scope,
                    project,
                    ProjectRules.SendToSales(project.Terms, project.State, words, scope.StoredNow()),
                    token,
                    scope.Said(project, ProjectMessageKind.SentToSales, words, staff));
                if (!sent.IsRefused)
                {
                    var buyer = await scope.Db.Set<Order>().Where(row => row.AccountId == scope.AccountId && row.Id == project.Row.OrderId)
                        .Select(row => row.OrderedBy).SingleAsync(token);
                    await followUp.OpenAsync(scope, project, "Sales", words, buyer, staff.UserId, null, token);
                }

                return sent;
            },
            cancellationToken);
    }
}
