using System.Collections.Immutable;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Steps;

/// <summary>What the house hands over.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What there is to say of it; null for nothing.</param>
/// <param name="Address">Where it is found, an http or https address; null where it is files or lines.</param>
/// <param name="Items">The lines of a delivery record or an intermediate list, with whether each is pending.</param>
/// <param name="Attachments">Files that the same person uploaded for the account.</param>
/// <param name="IdempotencyKey">The same key with the same input adds nothing twice; null for none.</param>
public sealed record AddDocumentInput(
    ProjectDocumentKind Kind,
    string? Title,
    string? Text,
    string? Address,
    IReadOnlyList<(string Text, bool IsPending)> Items,
    IReadOnlyList<AttachmentId> Attachments,
    string? IdempotencyKey);

/// <summary>
/// Staff hand a document over: the delivery record with what is pending (SEN-08, SEN-09), the list of the intermediate delivery, certificates,
/// recordings and manuals (TEC-10). It stays on the project for good (TEC-12).
/// </summary>
public sealed class AddDocument(ProjectTransactions projects, AttachmentBinding attachments)
{
    /// <summary>Most lines of a record or list.</summary>
    public const int MostItems = 200;

    private const string Operation = "project.add-document";

    /// <summary>The project, or <see cref="DocumentNotValid"/>, a text that is not valid, <see cref="TooManyAttachments"/>, <see cref="NotFound"/>.</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, AddDocumentInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Line("title", input.Title).TryGet(out var title, out var notTitle))
        {
            return notTitle;
        }

        if (!ProjectWords.Optional("text", input.Text).TryGet(out var text, out var notText))
        {
            return notText;
        }

        var lines = ImmutableArray.CreateBuilder<(string Text, bool IsPending)>();
        foreach (var item in input.Items)
        {
            if (!ProjectWords.Line("items", item.Text, 500).TryGet(out var line, out var notLine))
            {
                return notLine;
            }

            lines.Add((line, item.IsPending));
        }

        var address = input.Address?.Trim() is { Length: > 0 } given ? given : null;
        if (lines.Count > MostItems || (address is not null && !IsAddress(address)))
        {
            return new DocumentNotValid(MostItems);
        }

        var document = input with { Title = title, Text = text.Length == 0 ? null : text, Address = address, Items = lines.ToImmutable() };
        return await projects.AsStaffAsync(
            key,
            staff,
            new ProjectOnce(Operation, input.IdempotencyKey, new { input.Kind, title, text, address, Lines = lines.Select(line => line.Text).ToList() }),
            (scope, project, token) => AddAsync(scope, project, document, staff, token),
            cancellationToken);
    }

    private async Task<Result<Done>> AddAsync(
        AccountScope scope, CurrentProject project, AddDocumentInput input, Viewer staff, CancellationToken cancellationToken)
    {
        var document = new ProjectDocument
        {
            AccountId = scope.AccountId,
            Id = ProjectDocumentId.New(scope.Now),
            ProjectId = project.Row.Id,
            Kind = input.Kind,
            Title = input.Title!,
            Text = input.Text,
            Address = input.Address,
            AddedBy = staff.UserId,
            At = scope.Now,
        };
        scope.Db.Add(document);
        foreach (var (index, (text, isPending)) in input.Items.Index())
        {
            scope.Db.Add(new ProjectListItem
            {
                AccountId = scope.AccountId,
                Id = ProjectListItemId.New(scope.Now),
                ProjectId = project.Row.Id,
                DocumentId = document.Id,
                Index = index,
                Text = text,
                IsPending = isPending,
            });
        }

        var attached = await attachments.AttachToProjectAsync(
            scope, input.Attachments, staff.UserId, project.Row.Id, file => file.ProjectDocumentId = document.Id, cancellationToken);
        if (!attached.IsRefused)
        {
            ProjectStore.Tell(scope, project, new ProjectDocumentAdded(project.Row.Id, document.Id, document.Kind));
        }

        return attached;
    }

    private static bool IsAddress(string text) =>
        text.Length <= 1000 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

/// <summary>The document's address is no web address, or it has more lines than it may.</summary>
/// <param name="MostItems">The most lines.</param>
public sealed record DocumentNotValid(int MostItems) : Refusal
{
    public override string Code => "DOCUMENT_NOT_VALID";
}
