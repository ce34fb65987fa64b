using System.Collections.Concurrent;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// One run of an operation (sections 6.2 and 6.3). Fields are resolved depth first and written at once; a field that waits leaves a hole
/// and joins the queue of <see cref="pendingFields"/>. Only one thread at a time writes: what has finished waiting is completed by
/// <see cref="DrainAsync"/> in turn, and data loaders are dispatched when nothing else can go on, which batches them by depth.
/// </summary>
internal sealed class OperationExecution : IDisposable
{
    private readonly RequestContext context;
    private readonly ExecutorOptions options;
    private readonly IReadOnlyList<ExecutionDiagnosticEventListener> listeners;
    private readonly object? rootValue;
    private readonly Lock errorGate = new();
    private readonly List<GraphQLError> errors = [];
    private readonly DataLoaderScope dataLoaders = new();
    private Dictionary<int, ArgumentValues>? arguments;
    private readonly ValueWriter writer;
    private IDictionary<string, object?>? contextData;
    private ConcurrentQueue<PendingField>? finishedFields;
    private SemaphoreSlim? signal;
    private int pendingFields;

    private OperationExecution(
        RequestContext context,
        ExecutorOptions options,
        IReadOnlyList<ExecutionDiagnosticEventListener> listeners,
        object? rootValue,
        object? eventMessage,
        CancellationToken cancellationToken)
    {
        this.context = context;
        this.options = options;
        this.listeners = listeners;
        this.rootValue = rootValue;
        EventMessage = eventMessage;
        RequestAborted = cancellationToken;
        dataLoaders.Scheduled = Wake;
        writer = new ValueWriter(this);
    }

    public Operation Operation => context.Operation!;

    public OperationRequest Request => context.Request;

    public DataLoaderScope DataLoaders => dataLoaders;

    public object? EventMessage { get; }

    public CancellationToken RequestAborted { get; }

    /// <summary>State that resolvers share; the transport's where it gave one.</summary>
    public IDictionary<string, object?> ContextData => contextData ??= Request.ContextData ?? new Dictionary<string, object?>(StringComparer.Ordinal);

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>What opens a subscription's source stream.</summary>
    public static OperationExecution ForSource(RequestContext context, ExecutorOptions options, IReadOnlyList<ExecutionDiagnosticEventListener> listeners) =>
        new(context, options, listeners, null, null, context.CancellationToken);

    public ResolverContext ContextFor(Selection selection, ResponsePath path)
    {
        var resolverContext = new ResolverContext(this);
        resolverContext.Initialize(selection, rootValue, GetArguments(selection), path, writer);
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
        using var timeout = new CancellationTokenSource(options.ExecutionTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var execution = new OperationExecution(context, options, listeners, rootValue, eventMessage, linked.Token);
        var data = new ResultFragment();
        try
        {
            return await execution.RunAsync(data).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            data.Dispose();
            return OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.TimeLimitExceeded(options.ExecutionTimeout)]);
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

    /// <summary>Adds an error; resolvers that wait may do so from any thread.</summary>
    public void AddError(GraphQLError problem)
    {
        lock (errorGate)
        {
            errors.Add(problem);
        }
    }

    /// <summary>Adds what a resolver threw: its own errors, or an anonymous one whose cause the listeners are told.</summary>
    public void AddError(Exception exception, Selection selection, ResponsePath path)
    {
        if (exception is GraphQLException { Errors: var own })
        {
            foreach (var problem in own)
            {
                AddError(ErrorHelper.At(problem, selection, path));
            }

            return;
        }

        var unexpected = ErrorHelper.At(ErrorHelper.Unexpected(exception, options.IncludeExceptionDetails), selection, path);
        AddError(unexpected);
        foreach (var listener in listeners)
        {
            listener.ResolverFailed(unexpected);
        }
    }

    /// <summary>Takes over a field whose resolver waits.</summary>
    public void Await(PendingField field, ValueTask<object?> task)
    {
        finishedFields ??= new ConcurrentQueue<PendingField>();
        signal ??= new SemaphoreSlim(0);
        pendingFields++;
        field.Task = task;
        var awaiter = field.Task.GetAwaiter();
        awaiter.UnsafeOnCompleted(() =>
        {
            finishedFields.Enqueue(field);
            Wake();
        });
    }

    public void Dispose()
    {
        dataLoaders.Dispose();
        writer.Dispose();
    }

    private async ValueTask<OperationResult> RunAsync(ResultFragment data)
    {
        data.Buffer.Write("{\"data\":"u8);
        if (Operation.Type == OperationType.Mutation)
        {
            await RunSeriallyAsync(data).ConfigureAwait(false);
        }
        else
        {
            writer.WriteRoot(data, Operation.RootSelectionSet, rootValue);
            await DrainAsync().ConfigureAwait(false);
        }

        lock (errorGate)
        {
            return OperationResultBody.Complete(data, errors, null);
        }
    }

    // Section 6.3.1: a mutation's root fields run one after the other, each with all that is below it.
    private async ValueTask RunSeriallyAsync(ResultFragment data)
    {
        writer.BeginRoot(data);
        foreach (var selection in Operation.RootSelectionSet.Selections)
        {
            if (!writer.WriteRootField(selection, rootValue))
            {
                break;
            }

            await DrainAsync().ConfigureAwait(false);
            if (writer.IsRootGone)
            {
                break;
            }
        }

        writer.EndRoot();
    }

    private async ValueTask DrainAsync()
    {
        while (pendingFields > 0)
        {
            RequestAborted.ThrowIfCancellationRequested();
            if (finishedFields!.TryDequeue(out var field))
            {
                pendingFields--;
                writer.Resume(field);
            }
            else if (dataLoaders.HasPending)
            {
                await dataLoaders.DispatchAsync(RequestAborted).ConfigureAwait(false);
            }
            else
            {
                await signal!.WaitAsync(RequestAborted).ConfigureAwait(false);
            }
        }
    }

    private void Wake() => signal?.Release();
}
