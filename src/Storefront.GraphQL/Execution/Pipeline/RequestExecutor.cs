using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>
/// Executes requests in steps over one <see cref="RequestContext"/>: find the document that is meant, find or parse and validate the document, select the operation,
/// coerce the variables, find or compile the plan, find what it costs, execute (chapter 6).
/// </summary>
public sealed class RequestExecutor : IRequestExecutor
{
    private readonly ExecutorOptions options;
    private readonly IReadOnlyList<ExecutionDiagnosticEventListener> listeners;
    private readonly ParseAndValidate parseAndValidate;
    private readonly AnalyzeCost analyzeCost;
    private readonly FindDocument findDocument;
    private readonly IntrospectionAnswers introspection = new();

    /// <summary>Makes an executor; it holds the cache of documents and plans and is meant to live as long as the program.</summary>
    public RequestExecutor(
        Schema schema,
        ExecutorOptions? options = null,
        IEnumerable<ExecutionDiagnosticEventListener>? listeners = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        this.options = options ?? new ExecutorOptions();
        this.listeners = [.. listeners ?? []];
        parseAndValidate = new ParseAndValidate(schema, this.options);
        findDocument = new FindDocument(this.options.PersistedDocuments);
        analyzeCost = new AnalyzeCost(this.options.Cost, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Schema Schema { get; }

    /// <inheritdoc/>
    public async Task<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = GraphQLTelemetry.Source.StartActivity("GraphQL Operation", ActivityKind.Server);
        var context = new RequestContext(request, cancellationToken);
        ExecutionResult? result = null;
        try
        {
            result = analyzeCost.Admit(request) ?? Prepare(context);
            result ??= context.Definition!.Operation == OperationType.Subscription
                ? await SubscriptionExecution.SubscribeAsync(context, options, listeners).ConfigureAwait(false)
                : Repeat(context) ?? (ExecutionResult)await OperationExecution.RunAsync(context, options, listeners, request.RootValue, cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            Report(context, result, Stopwatch.GetElapsedTime(started), activity);
        }
    }

    private OperationResultBody? Prepare(RequestContext context)
    {
        var refusal = Read(context);
        if (refusal is not null)
        {
            analyzeCost.ChargeRefused(context.Request);
        }

        return refusal ?? analyzeCost.Run(context);
    }

    private OperationResultBody? Read(RequestContext context)
    {
        if (findDocument.Run(context) is { } notFound)
        {
            return notFound;
        }

        parseAndValidate.Run(context);
        if (context.Document!.Errors.Count > 0)
        {
            return OperationResultBody.Refuse(context.Document.ErrorKind, context.Document.Errors);
        }

        findDocument.Keep(context);
        if (SelectOperation.Run(context) is var (refusal, kind))
        {
            return OperationResultBody.Refuse(kind, [refusal]);
        }

        if (context.Request.Variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            return OperationResultBody.Refuse(ResultKind.RequestError, [ErrorHelper.VariablesNotAnObject()]);
        }

        if (context.Request.Variables.ValueKind == JsonValueKind.Object
            && JsonMarshal.GetRawUtf8Value(context.Request.Variables).Length is var size && size > options.MaxVariablesSize)
        {
            return OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.VariablesTooLarge(size, options.MaxVariablesSize)]);
        }

        context.Variables = VariableCoercion.None;
        if (context.Definition!.VariableDefinitions.Count > 0)
        {
            var errors = new List<GraphQLError>();
            context.Variables = VariableCoercion.Coerce(Schema, context.Definition, context.Request.Variables, errors, options.AllowSuggestions);
            if (errors.Count > 0)
            {
                return OperationResultBody.Refuse(ResultKind.RequestError, errors);
            }
        }

        context.Operation = context.Document.GetPlan(Schema, context.Definition, context.Variables);
        if (context.Operation.IsIntrospection && context.Request.ParsedDocument is null)
        {
            context.Operation.Answers = introspection;
        }

        return null;
    }

    private static OperationResultBody? Repeat(RequestContext context) =>
        context.Operation!.Kept is { } kept ? OperationResultBody.Repeat(kept.Data, context.Cost?.Settle(kept.Cost)) : null;

    // Without a result only where the client has gone.
    private void Report(RequestContext context, ExecutionResult? result, TimeSpan elapsed, Activity? activity)
    {
        var errorType = result is null ? "cancelled" : GraphQLTelemetry.ErrorTypeOf(result);
        var type = context.Definition?.Operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            null => null,
        };
        if (GraphQLTelemetry.Duration.Enabled)
        {
            GraphQLTelemetry.Duration.Record(
                elapsed.TotalSeconds,
                new KeyValuePair<string, object?>("graphql.operation.type", type ?? "unknown"),
                new KeyValuePair<string, object?>("error.type", errorType));
        }

        if (activity is not null)
        {
            // The operation's name is the client's to choose, so that it is no name for a span.
            activity.DisplayName = type ?? "GraphQL Operation";
            activity.SetTag("graphql.operation.type", type);
            activity.SetTag("graphql.operation.name", context.Definition?.Name?.Value);
            activity.SetTag("graphql.document", options.IncludeDocumentInTraces ? Encoding.UTF8.GetString(context.Source.Span) : null);
            activity.SetTag("error.type", errorType);
            activity.SetStatus(errorType is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }

        foreach (var listener in listeners)
        {
            if (result is null)
            {
                listener.RequestCancelled(context.Request, elapsed);
            }
            else
            {
                listener.RequestExecuted(context.Request, result, elapsed);
            }
        }
    }
}
