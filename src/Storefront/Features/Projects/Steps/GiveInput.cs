using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Steps;

/// <summary>What a customer hands over.</summary>
/// <param name="ProjectId">For which project.</param>
/// <param name="InputKey">For which of its inputs.</param>
/// <param name="Text">The input, where it is text; null where it is files.</param>
/// <param name="Use">Where it will be used, in the customer's words (TEC-05).</param>
/// <param name="Attachments">Files that the same person uploaded.</param>
/// <param name="IdempotencyKey">The same key with the same input hands nothing over twice; null for none.</param>
public sealed record GiveInputInput(
    ProjectId ProjectId, string InputKey, string? Text, string? Use, IReadOnlyList<AttachmentId> Attachments, string? IdempotencyKey);

/// <summary>A customer hands an input over, as text, as files or both (TEC-04); with the last of them their check begins.</summary>
public sealed class GiveInput(ProjectTransactions projects, AttachmentBinding attachments)
{
    private const string Operation = "project.give-input";

    /// <summary>The project, or <see cref="InputEmpty"/>, <see cref="InputUseMissing"/>, <see cref="InputAlreadyAccepted"/>, <see cref="StageNotBegun"/> …</summary>
    public async Task<Result<Project>> HandleAsync(GiveInputInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Optional("text", input.Text).TryGet(out var text, out var notText))
        {
            return notText;
        }

        if (!ProjectWords.Optional("use", input.Use).TryGet(out var use, out var notUse))
        {
            return notUse;
        }

        return text.Length == 0 && input.Attachments.Count == 0
            ? new InputEmpty(input.InputKey)
            : await projects.AsCustomerAsync(
                input.ProjectId,
                viewer,
                new ProjectOnce(Operation, input.IdempotencyKey, new { input.InputKey, text, use, Files = input.Attachments.Count }),
                (scope, project, token) => GiveAsync(scope, project, input with { Text = text, Use = use }, viewer, token),
                cancellationToken);
    }

    private async Task<Result<Done>> GiveAsync(
        AccountScope scope, CurrentProject project, GiveInputInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        var now = scope.StoredNow();
        var change = ProjectRules.GiveInput(project.Terms, project.State, input.InputKey, input.Use, now);
        if (change.IsRefused)
        {
            return change.Refusal;
        }

        var given = new GivenInput
        {
            AccountId = scope.AccountId,
            Id = GivenInputId.New(now),
            ProjectId = project.Row.Id,
            InputKey = input.InputKey,
            Text = input.Text!.Length == 0 ? null : input.Text,
            Use = input.Use!,
            GivenBy = viewer.UserId,
            GivenAt = now,
        };
        scope.Db.Add(given);
        var attached = await attachments.AttachToProjectAsync(
            scope, input.Attachments, viewer.UserId, project.Row.Id, file => file.GivenInputId = given.Id, cancellationToken);
        return attached.IsRefused ? attached.Refusal : await projects.SaveAsync(scope, project, change, cancellationToken);
    }

    /// <summary>What was handed over last for an input; null when nothing was.</summary>
    internal static async Task<GivenInput?> LastAsync(AccountScope scope, ProjectId project, string inputKey, CancellationToken cancellationToken) =>
        await scope.Db.Set<GivenInput>().Where(given => given.AccountId == scope.AccountId && given.ProjectId == project && given.InputKey == inputKey)
            .OrderByDescending(given => given.GivenAt).FirstOrDefaultAsync(cancellationToken);
}
