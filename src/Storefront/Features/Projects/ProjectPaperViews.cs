using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;

namespace Storefront.Features.Projects;

/// <summary>Something that one side said on a project.</summary>
[ObjectType("ProjectMessage")]
public sealed class ProjectMessageView(ProjectMessage message)
{
    /// <summary>What it is about.</summary>
    public ProjectMessageKind Kind => message.Kind;

    /// <summary>The words.</summary>
    public string Text => message.Text;

    /// <summary>Whether the house said it.</summary>
    public bool IsFromStaff => message.IsFromStaff;

    /// <summary>The input it is about; null for none.</summary>
    public string? InputKey => message.InputKey;

    /// <summary>When it was said.</summary>
    public Instant At => message.At;
}

/// <summary>Something that the house handed over.</summary>
[ObjectType("ProjectDocument")]
public sealed class ProjectPaperView(ProjectDocument document, IReadOnlyList<ProjectListItemView> items, IReadOnlyList<Attachment> files)
{
    /// <summary>The document's id.</summary>
    [ID]
    public Guid Id => document.Id.Value;

    /// <summary>What it is.</summary>
    public ProjectDocumentKind Kind => document.Kind;

    /// <summary>What it is called.</summary>
    public string Title => document.Title;

    /// <summary>What there is to say of it; null for nothing.</summary>
    public string? Text => document.Text;

    /// <summary>Where it is found; null where it is files or lines.</summary>
    public string? Address => document.Address;

    /// <summary>When it was handed over.</summary>
    public Instant At => document.At;

    /// <summary>Its lines, in order.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<ProjectListItemView> Items => items;

    /// <summary>Its files, in order.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<Attachment> Files => files;
}

/// <summary>A line of a delivery record or an intermediate list.</summary>
[ObjectType("ProjectListItem")]
public sealed class ProjectListItemView(ProjectListItem item)
{
    /// <summary>The line's id.</summary>
    [ID]
    public Guid Id => item.Id.Value;

    /// <summary>The words.</summary>
    public string Text => item.Text;

    /// <summary>Whether it is still to be done.</summary>
    public bool IsPending => item.IsPending;

    /// <summary>When what was pending was done; null for what was not, or is not yet.</summary>
    public Instant? DoneAt => item.DoneAt;
}

/// <summary>An access that was handed over; its secret is shown once.</summary>
[ObjectType("ProjectAccess")]
public sealed class ProjectAccessView(ProjectAccess access)
{
    /// <summary>The access's id.</summary>
    [ID]
    public Guid Id => access.Id.Value;

    /// <summary>What it opens.</summary>
    public string Name => access.Name;

    /// <summary>Where it is used; null when it goes without saying.</summary>
    public string? Address => access.Address;

    /// <summary>When it was handed over.</summary>
    public Instant HandedOverAt => access.HandedOverAt;

    /// <summary>When it was shown: the receipt. Null before.</summary>
    public Instant? SeenAt => access.SeenAt;
}

/// <summary>What a customer asked for beyond a project's stages.</summary>
[ObjectType("ProjectRequest")]
public sealed class ProjectRequestView(ProjectRequest request)
{
    /// <summary>The request's id.</summary>
    [ID]
    public Guid Id => request.Id.Value;

    /// <summary>What it is.</summary>
    public ProjectRequestKind Kind => request.Kind;

    /// <summary>Where it stands.</summary>
    public ProjectRequestStatus Status => request.Status;

    /// <summary>The customer's words.</summary>
    public string Text => request.Text;

    /// <summary>When it was asked.</summary>
    public Instant AskedAt => request.AskedAt;

    /// <summary>Whether the customer insists on its dispute, and gets a meeting.</summary>
    public bool IsStrong => request.IsStrong;

    /// <summary>The house's words; null while it has not answered.</summary>
    public string? Answer => request.Said;

    /// <summary>When it was answered; null before.</summary>
    public Instant? AnsweredAt => request.AnsweredAt;

    /// <summary>The line of a record or list by which a change is due; null where none says so.</summary>
    [ID]
    public Guid? EvidenceId => request.EvidenceId?.Value;

    /// <summary>Of a dispute: when the delivery that is on record was; null where none is.</summary>
    public Instant? RecordOf => request.RecordOf;

    /// <summary>Of a dispute without a delivery on record: the day for which it was booked again; null where it was not.</summary>
    public LocalDate? DeliveryOn => request.DeliveryOn;

    /// <summary>The meeting that a strong dispute got; null for none.</summary>
    [ID]
    public Guid? MeetingId => request.MeetingId?.Value;

    /// <summary>The quoted price, net; null while there is no quote.</summary>
    public Money? Net => request.Net;

    /// <summary>The tax on it.</summary>
    public Money? Tax => request.Tax;

    /// <summary>What is to be paid, tax included.</summary>
    public Money? Total => request.Total;

    /// <summary>Until when the quote can be approved, exclusive.</summary>
    public Instant? ValidUntil => request.ValidUntil;

    /// <summary>What would be done, task by task.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<string> Tasks => request.Tasks?.Titles ?? [];

    /// <summary>When the customer decided; null before.</summary>
    public Instant? DecidedAt => request.DecidedAt;

    /// <summary>The project that it became; null where it became tasks, or nothing.</summary>
    public async Task<Project?> NewProjectAsync(ProjectByKeyDataLoader projects, CancellationToken cancellationToken) =>
        request.NewProjectId is { } made ? await projects.LoadAsync(new ProjectKey(request.AccountId, made), cancellationToken) : null;
}
