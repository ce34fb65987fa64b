using System.Text.Json;
using Storefront.Features.Shared;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.Features.Projects;

/// <summary>The streams that pages about projects follow.</summary>
public static class ProjectStreams
{
    /// <summary>What happens to the whole account.</summary>
    /// <param name="lastSequence">The last event that the page shows.</param>
    public static LiveStream OfAccount(long lastSequence) =>
        LiveStream.For("subscription($after: Long) { accountEvents(after: $after) { sequence kind } }", "{}", lastSequence);

    /// <summary>What happens to the one project, for who shows nothing else of its account.</summary>
    public static LiveStream Of(ProjectView view) => LiveStream.For(
        "subscription($projectId: ID!, $after: Long) { projectEvents(projectId: $projectId, after: $after) { sequence kind } }",
        JsonSerializer.Serialize(new { projectId = NodeIdSerializer.Format("Project", view.Row.Key) }, JsonSerializerOptions.Web),
        view.LastSequence);

    /// <summary>That something changed anywhere in the house, for the board.</summary>
    public static LiveStream OfHouse() => LiveStream.For("subscription { deskQueueChanged { at } }", "{}");
}
