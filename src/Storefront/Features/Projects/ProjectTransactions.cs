using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What is done to a project runs here: in the transaction of its account, with the project as it stands.</summary>
public sealed class ProjectTransactions(AccountTransactions transactions, ProjectStore projects)
{
    /// <summary>Runs what a member of the account does; what others have is not found (COM-06), and who only reads is refused.</summary>
    public Task<Result<Project>> AsCustomerAsync(
        ProjectId id,
        Viewer viewer,
        ProjectOnce? once,
        Func<AccountScope, CurrentProject, CancellationToken, Task<Result<Done>>> act,
        CancellationToken cancellationToken) =>
        viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? RunAsync(new ProjectKey(account, id), once, act, cancellationToken)
            : Task.FromResult<Result<Project>>(refusal);

    /// <summary>Runs what staff do; for anybody else there is no such project.</summary>
    public Task<Result<Project>> AsStaffAsync(
        ProjectKey key,
        Viewer staff,
        ProjectOnce? once,
        Func<AccountScope, CurrentProject, CancellationToken, Task<Result<Done>>> act,
        CancellationToken cancellationToken) =>
        staff.IsStaff ? RunAsync(key, once, act, cancellationToken) : Task.FromResult<Result<Project>>(new NotFound("project"));

    /// <summary>Runs what a rule alone decides.</summary>
    public Task<Result<Project>> ChangeAsStaffAsync(
        ProjectKey key, Viewer staff, Func<AccountScope, CurrentProject, Result<ProjectChange>> rule, CancellationToken cancellationToken) =>
        AsStaffAsync(key, staff, null, (scope, project, token) => SaveAsync(scope, project, rule(scope, project), token), cancellationToken);

    /// <summary>Writes what a rule made of it, or says why it refused.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="project">The project.</param>
    /// <param name="result">What the rule said.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="said">What was said with it; kept where it is a message.</param>
    public async Task<Result<Done>> SaveAsync(
        AccountScope scope, CurrentProject project, Result<ProjectChange> result, CancellationToken cancellationToken, ProjectMessage? said = null)
    {
        if (!result.TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        if (said is not null)
        {
            scope.Db.Add(said);
        }

        await projects.SaveAsync(scope, project, change, said: said?.Text, cancellationToken: cancellationToken);
        return Done.Value;
    }

    private Task<Result<Project>> RunAsync(
        ProjectKey key,
        ProjectOnce? once,
        Func<AccountScope, CurrentProject, CancellationToken, Task<Result<Done>>> act,
        CancellationToken cancellationToken) => transactions.RunAsync<Project>(
            key.AccountId,
            async (scope, token) =>
            {
                if (await projects.FindAsync(scope.Db, key.AccountId, key.Id, token) is not { } project)
                {
                    return new NotFound("project");
                }

                var done = once is { Key: { } idempotencyKey }
                    ? await scope.OnceAsync(once.Operation, idempotencyKey, new { key.Id, once.Input }, () => act(scope, project, token), token)
                    : await act(scope, project, token);
                return done.Map(_ => project.Row);
            },
            cancellationToken);
}

/// <summary>What makes an action that is asked for twice happen once.</summary>
/// <param name="Operation">The action's name.</param>
/// <param name="Key">Chosen by who asks; null for none.</param>
/// <param name="Input">All that the answer depends on.</param>
public sealed record ProjectOnce(string Operation, string? Key, object Input);
