using Storefront.GraphQL.Diagnostics;

namespace Storefront.Features.Api;

/// <summary>Logs what clients are not told; the error's id is in both.</summary>
internal sealed class ApiLog(ILogger<ApiLog> logger) : ExecutionDiagnosticEventListener
{
    public override void ResolverFailed(GraphQLError failure)
    {
        if (failure.Exception is OperationCanceledException)
        {
            return;
        }

        logger.LogError(failure.Exception, "A field failed: {Path}, error {ErrorId}.", failure.Path, failure.Extensions?["errorId"]);
    }

    public override void SubscriptionFailed(Exception exception)
    {
        // Who follows leaves at some time; that is no fault.
        if (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "A subscription's stream failed.");
        }
    }
}
