using System.Collections.Concurrent;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// One run of an operation (sections 6.2 and 6.3). Fields are resolved depth first and written at once; a field that waits leaves a hole
/// and joins the queue of <see cref="pendingFields"/>. Only one thread at a time writes: what has finished waiting is completed by
/// <see cref="DrainAsync"/> in turn, and data loaders are dispatched when nothing else can go on, which batches them by depth.
/// </summary>
internal sealed partial class OperationExecution : IDisposable
{
    private readonly RequestContext context;
    private readonly ExecutorOptions options;
    private readonly IReadOnlyList<ExecutionDiagnosticEventListener> listeners;
    private readonly object? rootValue;
    private readonly ExecutionLimit limit;
    private readonly bool isSource;
    private readonly Lock gate = new();
    private readonly ValueWriter writer;

    // Most requests need none of these, so that each is made when it is needed.
    private List<GraphQLError>? errors;
    private HashSet<GraphQLError>? withdrawn;
    private DataLoaderScope? dataLoaders;
    private Dictionary<int, ArgumentValues>? arguments;
    private IDictionary<string, object?>? contextData;
    private PendingFields? pendingFields;
    private Task dispatching = Task.CompletedTask;

    private OperationExecution(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        object? rootValue,
        object? eventMessage,
        ExecutionLimit limit,
        bool isSource)
    {
        this.context = context;
        this.options = options;
        this.listeners = listeners;
        this.rootValue = rootValue;
        EventMessage = eventMessage;
        this.limit = limit;
        this.isSource = isSource;

        // A source writes nothing, and stays as long as its stream.
        writer = isSource ? null! : new ValueWriter(this);
    }

    public Operation Operation => context.Operation!;

    public OperationRequest Request => context.Request;

    public DataLoaderScope DataLoaders => dataLoaders ?? MakeDataLoaders();

    /// <summary>Null where none was asked for.</summary>
    public DataLoaderScope? OwnDataLoaders => dataLoaders;

    public object? EventMessage { get; }

    /// <summary>Cancelled when the client has gone or the time limit is over.</summary>
    public CancellationToken RequestAborted => limit.Token;

    /// <summary>For long stretches without waiting.</summary>
    /// <exception cref="OperationCanceledException">The client has gone or the time limit is over.</exception>
    public void ThrowIfOver() => limit.ThrowIfOver();

    /// <summary>State that resolvers share, at the same time too; the transport's where it gave one.</summary>
    public IDictionary<string, object?> ContextData
    {
        get
        {
            if (contextData is null)
            {
                Interlocked.CompareExchange(ref contextData, Request.ContextData ?? new ConcurrentDictionary<string, object?>(StringComparer.Ordinal), null);
            }

            return contextData;
        }
    }

    /// <summary>
    /// What opens a subscription's source stream and lives as long as that. Nothing drives it as <see cref="DrainAsync"/> drives a
    /// request, so its data loaders are dispatched as soon as they are asked.
    /// </summary>
    public static OperationExecution ForSource(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        CancellationToken cancellationToken)
    {
        return new OperationExecution(
            context, options, listeners, context.Request.RootValue, null, new ExecutionLimit(Timeout.InfiniteTimeSpan, cancellationToken), isSource: true);
    }

    /// <summary>The context in which a source stream is opened.</summary>
    /// <exception cref="GraphQLException">The arguments do not fit.</exception>
    public ResolverContext ContextFor(Selection selection, ResponsePath path)
    {
        var resolverContext = new ResolverContext(this);
        resolverContext.Initialize(selection, rootValue, ResumedArguments.Of(this, selection, context.Variables), path, writer);
        return resolverContext;
    }

    /// <summary>Runs a query, a mutation, or a subscription's selection on one event.</summary>
    public static async Task<OperationResult> RunAsync(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        object? rootValue,
        CancellationToken cancellationToken,
        object? eventMessage = null)
    {
        using var limit = new ExecutionLimit(options.ExecutionTimeout, cancellationToken);
        using var execution = new OperationExecution(context, options, listeners, rootValue, eventMessage, limit, isSource: false);
        var data = new ResultFragment(new ResultBuffer());
        try
        {
            await execution.RunAsync(data).ConfigureAwait(false);

            // A subscription is charged when it is opened, its events are not.
            var cost = eventMessage is null ? context.Cost?.Settle(execution.writer.UsedCost) : null;
            var errors = execution.TakeErrors();
            if (!execution.HasDoneNothing(errors))
            {
                if (errors.Count == 0 && !data.HasHolesOrScopes)
                {
                    execution.Operation.Answers?.Keep(execution.Operation, data.Buffer.WrittenSpan, execution.writer.UsedCost);
                }

                return OperationResultBody.Complete(data, errors, cost);
            }

            data.Buffer.Dispose();
            var unavailable = ErrorHelper.OfRequest(errors.First(problem => problem.Code == ErrorCodes.Unavailable));
            return OperationResultBody.Refuse(ResultKind.Unavailable, [unavailable], cost, ErrorHelper.RetryAfterOf(unavailable));
        }
        catch (OperationCanceledException) when (limit.IsReached)
        {
            data.Buffer.Dispose();
            return OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.TimeLimitExceeded(options.ExecutionTimeout)]);
        }
        catch
        {
            data.Buffer.Dispose();
            throw;
        }
    }

    /// <summary>The arguments of a selection, coerced once a request.</summary>
    /// <exception cref="GraphQLException">They do not fit; the field fails with that.</exception>
    public ArgumentValues GetArguments(Selection selection)
    {
        if (selection.ConstantArguments is { } constant)
        {
            return constant;
        }

        if (arguments is not null && arguments.TryGetValue(selection.Id, out var values))
        {
            return values;
        }

        if (!ArgumentCoercion.TryCoerce(selection.Field.Arguments, selection.Nodes[0].Arguments, context.Variables, out values, out var problem))
        {
            throw new GraphQLException(problem!);
        }

        (arguments ??= []).Add(selection.Id, values);
        return values;
    }

    public void Dispose()
    {
        dataLoaders?.Dispose();
        if (!isSource)
        {
            writer.Dispose();
        }
    }

    /// <summary>
    /// The errors in the order of the response, whoever failed first: by path, an object's before those of its fields. Resolvers that nobody
    /// waits for any more do not change them.
    /// </summary>
    public IReadOnlyList<GraphQLError> TakeErrors()
    {
        lock (gate)
        {
            if (withdrawn is not null)
            {
                errors!.RemoveAll(withdrawn.Contains);
            }

            return errors is null ? [] : errors.Count < 2 ? [.. errors] : [.. errors.OrderBy(problem => problem.Path, ResponseOrder.Instance)];
        }
    }

    private DataLoaderScope MakeDataLoaders()
    {
        lock (gate)
        {
            return dataLoaders ??= new DataLoaderScope { Scheduled = isSource ? DispatchSoon : Wake };
        }
    }

    private void DispatchSoon()
    {
        lock (gate)
        {
            dispatching = DispatchAfterAsync(dispatching);
        }
    }

    private void Wake() => pendingFields?.Wake();
}
