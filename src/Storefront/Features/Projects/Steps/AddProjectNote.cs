using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>Staff write a note among themselves; nothing of it reaches the customer, no event either.</summary>
public sealed class AddProjectNote(ProjectTransactions projects)
{
    public async Task<Result<Project>> HandleAsync(ProjectKey key, string? text, Viewer staff, CancellationToken cancellationToken) =>
        ProjectWords.Needed("text", text).TryGet(out var words, out var notWords)
            ? await projects.AsStaffAsync(
                key,
                staff,
                null,
                (scope, project, _) =>
                {
                    scope.Db.Add(new ProjectNote
                    {
                        AccountId = scope.AccountId,
                        Id = ProjectMessageId.New(scope.Now),
                        ProjectId = project.Row.Id,
                        Text = words,
                        AuthorId = staff.UserId,
                        At = scope.Now,
                    });
                    return Task.FromResult<Result<Done>>(Done.Value);
                },
                cancellationToken)
            : notWords;
}
