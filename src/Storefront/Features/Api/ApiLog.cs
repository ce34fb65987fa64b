using Storefront.GraphQL.Diagnostics;

namespace Storefront.Features.Api;

/// <summary>Logs what clients are not told; the error's id is in both.</summary>
internal sealed class ApiLog(ILogger<ApiLog> logger) : ExecutionDiagnosticEventListener
{
    public override void ResolverFailed(GraphQLError failure)
    {
        // Whoever was told the id asks for it, also where a call of ours was cut short by its own time limit.
        logger.LogError(failure.Exception, "A field failed: {Path}, error {ErrorId}.", failure.Path, IdOf(failure));
    }

    public override void SubscriptionFailed(GraphQLError failure) =>
        logger.LogError(failure.Exception, "A subscription's stream failed, error {ErrorId}.", IdOf(failure));

    public override void RequestFailed(GraphQLError failure) =>
        logger.LogError(failure.Exception, "A request failed, error {ErrorId}.", IdOf(failure));

    private static object? IdOf(GraphQLError failure) => failure.Extensions?.GetValueOrDefault("errorId");
}
