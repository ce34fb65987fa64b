using Storefront.Features.Tickets;
using Storefront.Live;

namespace Storefront.Features.Projects;

/// <summary>What was said, handed over and asked for on a project.</summary>
[ExtendObjectType<Project>]
public static class ProjectPapersType
{
    /// <summary>What both sides said, in order.</summary>
    [ListSize(AssumedSize = 10)]
    public static async Task<IReadOnlyList<ProjectMessageView>> MessagesAsync(
        [Parent] Project project, ProjectMessagesDataLoader messages, CancellationToken cancellationToken) =>
        [.. (await messages.LoadAsync(project.Key, cancellationToken) ?? []).Select(message => new ProjectMessageView(message))];

    /// <summary>What the house handed over: records, certificates, manuals, in order.</summary>
    [ListSize(AssumedSize = 6)]
    public static async Task<IReadOnlyList<ProjectPaperView>> DocumentsAsync(
        [Parent] Project project,
        ProjectDocumentsDataLoader documents,
        ProjectListItemsDataLoader items,
        ProjectFilesDataLoader files,
        CancellationToken cancellationToken)
    {
        var lines = await items.LoadAsync(project.Key, cancellationToken) ?? [];
        var attached = await files.LoadAsync(project.Key, cancellationToken) ?? [];
        return
        [
            .. (await documents.LoadAsync(project.Key, cancellationToken) ?? []).Select(document => new ProjectPaperView(
                document,
                [.. lines.Where(line => line.DocumentId == document.Id).Select(line => new ProjectListItemView(line))],
                [.. attached.Where(file => file.ProjectDocumentId == document.Id)])),
        ];
    }

    /// <summary>The accesses that were handed over, in order; their secrets are shown once.</summary>
    [ListSize(AssumedSize = 3)]
    public static async Task<IReadOnlyList<ProjectAccessView>> AccessesAsync(
        [Parent] Project project, ProjectAccessesDataLoader accesses, CancellationToken cancellationToken) =>
        [.. (await accesses.LoadAsync(project.Key, cancellationToken) ?? []).Select(access => new ProjectAccessView(access))];

    /// <summary>What the customer asked for beyond the stages, in order.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<IReadOnlyList<ProjectRequestView>> RequestsAsync(
        [Parent] Project project, ProjectRequestsDataLoader requests, CancellationToken cancellationToken) =>
        [.. (await requests.LoadAsync(project.Key, cancellationToken) ?? []).Select(request => new ProjectRequestView(request))];

    /// <summary>The tickets that follow up what went to sales or was disputed, in order.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    [ListSize(AssumedSize = 2)]
    public static async Task<IReadOnlyList<Ticket>> TicketsAsync(
        [Parent] Project project, ProjectTicketsDataLoader followed, TicketByKeyDataLoader tickets, CancellationToken cancellationToken)
    {
        var keys = (await followed.LoadAsync(project.Key, cancellationToken) ?? []).Select(row => new TicketKey(row.AccountId, row.TicketId)).ToList();
        return [.. (await tickets.LoadAsync(keys, cancellationToken)).OfType<Ticket>()];
    }

    /// <summary>What has happened to it, in order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="log">The log.</param>
    /// <param name="after">Only what came after that sequence; null for all.</param>
    /// <param name="first">At most so many, from 1 to 200.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(SlicingArguments = ["first"], SlicingArgumentDefaultValue = 50, RequireOneSlicingArgument = false)]
    public static async Task<IReadOnlyList<ProjectStreamEvent>> EventsAsync(
        [Parent] Project project, EventLogReader log, long? after, int first = 50, CancellationToken cancellationToken = default)
    {
        var stored = await log.ReadOfProjectAsync(project.AccountId, after ?? 0, project.Id, Math.Clamp(first, 1, EventLogReader.MostAtOnce), cancellationToken);
        return [.. stored.Select(ProjectStreamEvent.Of)];
    }
}
