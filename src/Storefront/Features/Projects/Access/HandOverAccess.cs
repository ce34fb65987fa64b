using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Credentials;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects.Access;

/// <summary>What opens a system.</summary>
/// <param name="Name">What it opens: the panel, the hosting, the domain.</param>
/// <param name="Address">Where it is used; null when it goes without saying.</param>
/// <param name="UserName">Who signs in; null where a secret alone opens.</param>
/// <param name="Secret">Kept as it was typed, blanks and all.</param>
/// <param name="IdempotencyKey">The same key again hands nothing over twice; null for none.</param>
public sealed record AccessInput(string? Name, string? Address, string? UserName, string? Secret, string? IdempotencyKey)
{
    /// <summary>Says nothing of the secret, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(AccessInput);
}

/// <summary>
/// Staff hand access over, once the stage for it runs and everything is paid (TEC-09): it is closed in the safe, the members are told by mail,
/// and one of them is shown it once.
/// </summary>
public sealed class HandOverAccess(ProjectTransactions projects, CredentialSafe safe, ProjectMails mails, BusinessClock clock)
{
    public const int NameLength = 80;

    public const int LineLength = 200;

    public const int SecretLength = 8000;

    private const string Operation = "project.hand-over-access";

    /// <summary>The project, or <see cref="BalanceDue"/>, <see cref="StageNotBegun"/>, <see cref="ProjectStandsStill"/>, a text that is not valid …</summary>
    /// <param name="key">The project.</param>
    /// <param name="input">What is handed over.</param>
    /// <param name="completes">Whether it is the last one, which ends the stage.</param>
    /// <param name="staff">Who hands it over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Project>> HandleAsync(
        ProjectKey key, AccessInput input, bool completes, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("project");
        }

        if (!Check(input).TryGet(out var wanted, out var fault))
        {
            return fault;
        }

        // Closed before the transaction: a key that has to be made for it is written to the same database.
        var id = ProjectAccessId.New(clock.GetCurrentInstant());
        var content = safe.Close(key.AccountId, new CredentialId(id.Value), new CredentialContent(wanted.UserName, wanted.Secret!));
        return await projects.AsStaffAsync(
            key,
            staff,
            new ProjectOnce(Operation, input.IdempotencyKey, new { wanted.Name, wanted.Address, completes }),
            (scope, project, token) => HandOverAsync(scope, project, wanted, new ProjectAccess
            {
                AccountId = key.AccountId,
                Id = id,
                ProjectId = key.Id,
                Name = wanted.Name!,
                Address = wanted.Address,
                Content = content,
                HandedOverBy = staff.UserId,
                HandedOverAt = scope.Now,
            }, completes, token),
            cancellationToken);
    }

    private async Task<Result<Done>> HandOverAsync(
        AccountScope scope, CurrentProject project, AccessInput input, ProjectAccess access, bool completes, CancellationToken cancellationToken)
    {
        if (Refusing(project) is { } refusal)
        {
            return refusal;
        }

        scope.Db.Add(access);
        ProjectStore.Tell(scope, project, new ProjectAccessHandedOver(project.Row.Id, access.Id));
        await mails.SendAsync(scope, project, new ProjectLetter("Access", MailKind.ProjectAction) { Said = input.Name }, cancellationToken);
        return completes && project.Terms.Template.Stages.FirstOrDefault(stage => stage.End == StageEnd.Access) is { } stage
            ? await projects.SaveAsync(
                scope, project, ProjectRules.Finish(project.Terms, project.State, stage.Key, StageOwner.House, scope.StoredNow()), cancellationToken)
            : Done.Value;
    }

    /// <summary>Why nothing can be handed over now: the stage has not begun, something is owed, or it stands still.</summary>
    private static Refusal? Refusing(CurrentProject project)
    {
        var state = project.State;
        if (state.Suspension is { } suspension)
        {
            return new ProjectStandsStill(suspension.At, suspension.Cause);
        }

        if (!state.IsFullyPaid)
        {
            return new BalanceDue(state.Balance);
        }

        return project.Terms.Template.Stages.FirstOrDefault(stage => stage.End == StageEnd.Access) is { } stage
            ? state.Find(stage.Key)!.Status is StageStatus.Waiting or StageStatus.Ready
                ? new StageNotBegun(stage.Key, [.. stage.After.Where(before => !state.Find(before)!.IsOver)])
                : null
            : state.DeliveredAt is null
                ? new StageNotBegun(project.Terms.Template.DeliveryKey, [])
                : null;
    }

    private static Result<AccessInput> Check(AccessInput input)
    {
        if (!ProjectWords.Line("name", input.Name, NameLength).TryGet(out var name, out var notName))
        {
            return notName;
        }

        string? address = null, userName = null;
        if (!string.IsNullOrWhiteSpace(input.Address) && !ProjectWords.Line("address", input.Address, LineLength).TryGet(out address, out var notAddress))
        {
            return notAddress;
        }

        if (!string.IsNullOrWhiteSpace(input.UserName) && !ProjectWords.Line("userName", input.UserName, LineLength).TryGet(out userName, out var notUser))
        {
            return notUser;
        }

        var secret = input.Secret?.ReplaceLineEndings("\n") ?? "";
        return Domain.Tickets.TicketText.Check("secret", secret, SecretLength, multiline: true).Refusal is { } notSecret
            ? notSecret
            : input with { Name = name, Address = address, UserName = userName, Secret = secret };
    }
}
