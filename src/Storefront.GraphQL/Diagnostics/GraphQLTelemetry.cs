using System.Diagnostics;
using System.Diagnostics.Metrics;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Diagnostics;

/// <summary>Traces and metrics under OpenTelemetry's semantic names for GraphQL servers.</summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the source and of the meter, for a host to subscribe to.</summary>
    public const string Name = "Storefront.GraphQL";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "How long requests take, by operation type and outcome.");

    internal static readonly Histogram<double> EventDuration = Meter.CreateHistogram<double>(
        "graphql.server.subscription.event.duration", "s", "How long the operation of a subscription takes on one event, by outcome.");

    internal static readonly UpDownCounter<int> ActiveSubscriptions = Meter.CreateUpDownCounter<int>(
        "graphql.server.active_subscriptions", "{subscription}", "Open subscriptions.");

    internal static readonly Histogram<double> Cost = Meter.CreateHistogram<double>(
        "graphql.server.request.cost", "{point}", "What requests are estimated to cost, refused ones too.");

    /// <summary>What a client is told of a failure, and what not, in the trace of the request.</summary>
    internal static void RecordException(GraphQLError failure)
    {
        if (Activity.Current is { IsAllDataRequested: true } activity && failure.Exception is { } exception)
        {
            activity.AddException(exception, new TagList { { "graphql.error.id", failure.Extensions?.GetValueOrDefault("errorId") } });
        }
    }

    /// <summary>How an answer is counted: the code of its first error; null where there is none.</summary>
    internal static string? ErrorTypeOf(ExecutionResult result) => result is OperationResult { Errors: [var first, ..] } ? first.Code ?? "error" : null;

    internal static void RecordEvent(long started, OperationResult result)
    {
        if (EventDuration.Enabled)
        {
            EventDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("error.type", ErrorTypeOf(result)));
        }
    }

    internal static void RecordCost(double cost)
    {
        if (Cost.Enabled)
        {
            Cost.Record(cost);
        }
    }
}
