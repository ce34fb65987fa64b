using Microsoft.EntityFrameworkCore;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Projects;

/// <summary>What happens to projects, live.</summary>
[SubscriptionType]
public static class ProjectSubscriptions
{
    /// <summary>Everything that happens to a project, each event once and in order; first its present state.</summary>
    /// <param name="message">The event.</param>
    [Subscribe(With = nameof(FollowProjectAsync))]
    [Authorize(Scopes = [ProjectScopes.Read])]
    public static ProjectStreamEvent ProjectEvents([EventMessage] ProjectStreamEvent message) => message;

    /// <param name="projectId">The project.</param>
    /// <param name="after">The last sequence seen: what follows is given, or GAP and a SNAPSHOT where that cannot be. Without it the stream begins with a SNAPSHOT.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="contexts">The database.</param>
    /// <param name="streams">The log.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IAsyncEnumerable<ProjectStreamEvent>> FollowProjectAsync(
        [ID("Project")] ProjectKey projectId,
        long? after,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        IDbContextFactory<StorefrontDb> contexts,
        EventStreams streams,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!viewer.MaySee(projectId.AccountId)
            || !await db.Set<Project>().AnyAsync(project => project.AccountId == projectId.AccountId && project.Id == projectId.Id, cancellationToken))
        {
            throw new GraphQLException(new GraphQLError { Message = "There is no such project.", Code = ErrorCodes.NotFound });
        }

        return streams.FollowAsync(new EventStreamRequest<ProjectStreamEvent>
        {
            Account = projectId.AccountId,
            Project = projectId.Id,
            Stream = EventStream.Customer,
            After = after,
            Snapshot = (_, sequence, at, _) => Task.FromResult<ProjectStreamEvent>(new ProjectSnapshotEvent(sequence, at, projectId)),
            Gap = (sequence, at) => new ProjectGapEvent(sequence, at, projectId),
            Read = ProjectStreamEvent.Of,
        },
        cancellationToken);
    }
}
