using Microsoft.Extensions.Logging;
using Storefront.GraphQL.Diagnostics;

namespace Storefront.GraphQL.AspNetCore.Diagnostics;

/// <summary>Logs what clients are not told; the error's <c>errorId</c> is in both.</summary>
internal sealed partial class LoggingEventListener(ILogger<LoggingEventListener> logger) : ExecutionDiagnosticEventListener
{
    public override void ResolverFailed(GraphQLError failure) =>
        LogResolverFailed(failure.Path?.ToString(), failure.Message, IdOf(failure), failure.Exception);

    public override void SubscriptionFailed(GraphQLError failure) => LogSubscriptionFailed(failure.Message, IdOf(failure), failure.Exception);

    public override void RequestFailed(GraphQLError failure) => LogRequestFailed(failure.Message, IdOf(failure), failure.Exception);

    private static object? IdOf(GraphQLError failure) => failure.Extensions?.GetValueOrDefault("errorId");

    [LoggerMessage(Level = LogLevel.Error, Message = "The field {Path} failed: {Reason} Error {ErrorId}.")]
    private partial void LogResolverFailed(string? path, string reason, object? errorId, Exception? exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscription's stream failed: {Reason} Error {ErrorId}.")]
    private partial void LogSubscriptionFailed(string reason, object? errorId, Exception? exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Reason} Error {ErrorId}.")]
    private partial void LogRequestFailed(string reason, object? errorId, Exception? exception);
}
