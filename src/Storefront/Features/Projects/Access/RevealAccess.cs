using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Credentials;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Access;

/// <summary>A member of the account is shown an access, once for all; what was shown is forgotten, and who saw it when is the receipt (TEC-09).</summary>
public sealed class RevealAccess(AccountTransactions transactions, ProjectStore projects, CredentialSafe safe)
{
    /// <summary>What is to be kept now, or <see cref="AccessAlreadySeen"/>, <see cref="CredentialUnreadable"/>, <see cref="NotFound"/>.</summary>
    public async Task<Result<RevealedCredential>> HandleAsync(ProjectId id, ProjectAccessId access, Viewer viewer, CancellationToken cancellationToken) =>
        !viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? refusal
            : await transactions.RunAsync<RevealedCredential>(
                account,
                async (scope, token) =>
                {
                    var row = await scope.Db.Set<ProjectAccess>()
                        .SingleOrDefaultAsync(found => found.AccountId == account && found.ProjectId == id && found.Id == access, token);
                    if (row is null || await projects.FindAsync(scope.Db, account, id, token) is not { } project)
                    {
                        return new NotFound("access");
                    }

                    return row.SeenAt is { } seen ? new AccessAlreadySeen(seen) : Open(row).Map(content =>
                    {
                        (row.Content, row.SeenAt, row.SeenBy) = ([], scope.Now, viewer.UserId);
                        ProjectStore.Tell(scope, project, new ProjectAccessSeen(id, access, viewer.UserId));
                        return new RevealedCredential(row.Name, row.Address, content.UserName, content.Secret);
                    });
                },
                cancellationToken);

    private Result<CredentialContent> Open(ProjectAccess access) => safe.Open(new Credential
    {
        AccountId = access.AccountId,
        Id = new CredentialId(access.Id.Value),
        Name = access.Name,
        Content = access.Content,
        StoredAt = access.HandedOverAt,
    });
}

/// <summary>The secret was shown already, which is done once only; whoever lost it asks for another.</summary>
/// <param name="SeenAt">When it was shown.</param>
public sealed record AccessAlreadySeen(Instant SeenAt) : Refusal
{
    public override string Code => "ACCESS_ALREADY_SEEN";
}
