using System.Text.Json;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// Executes fields and completes their values (sections 6.4 to 6.4.4) straight into a <see cref="ResultFragment"/>.
/// Where an error reaches a value that may be null, what was written of the value is cut away and null stands in its place.
/// </summary>
internal sealed partial class ValueWriter : IDisposable
{
    // How many items of a list are written between two looks at the time limit.
    private const int CancellationInterval = 64;

    private readonly OperationExecution execution;
    private readonly ResolverContext pureContext;
    private readonly WriterStacks stacks = WriterStacks.Rent();
    private PathStack path;
    private List<ValueFrame> frames;
    private ResultFragment fragment = null!;
    private ValueScope? outerScope;
    private Utf8JsonWriter? jsonWriter;

    // What is filled into holes, one behind the other.
    private ResultBuffer? late;
    private bool isFirstRootField = true;
    private ValueScope? rootScope;
    private ResultFragment? rootFragment;

    // The last errors: what made a value null when writing it has failed.
    private NullCause? cause;

    public ValueWriter(OperationExecution execution)
    {
        this.execution = execution;
        pureContext = new ResolverContext(execution);
        (path, frames) = (stacks.Path, stacks.Frames);
    }

    /// <summary>Whether an error has made the whole of <c>data</c> null.</summary>
    public bool IsRootGone => rootScope?.IsNull ?? false;

    /// <summary>What has been resolved so far, weighed.</summary>
    public OperationCost UsedCost { get; private set; }

    public ResponsePath CurrentPath() => path.ToPath();

    /// <summary>Writes the root's fields; those that wait are left to the execution.</summary>
    public void WriteRoot(ResultFragment target, SelectionSet selectionSet, object? rootValue)
    {
        fragment = target;
        outerScope = null;
        WriteObject(selectionSet, rootValue, isNullable: true);
    }

    /// <summary>Begins a root whose fields are written one by one.</summary>
    public void BeginRoot(ResultFragment target, SelectionSet selectionSet)
    {
        UsedCost = selectionSet.Cost;
        rootFragment = target;
        fragment = target;
        rootScope = new ValueScope(target, null, target.Buffer.Position, isNullable: true);
        target.AddScope(rootScope);
        target.Buffer.Write((byte)'{');
    }

    /// <summary>Writes one of the root's fields; its error may make the root null.</summary>
    public void WriteRootField(Selection selection, object? rootValue)
    {
        fragment = rootFragment!;
        outerScope = rootScope;
        path.Reset(null);
        if (!WriteField(selection, rootValue, isFirstRootField))
        {
            rootScope!.Propagate(null);
        }

        isFirstRootField = false;
    }

    public void EndRoot()
    {
        rootFragment!.Buffer.Write((byte)'}');
        rootScope!.End = rootFragment.Buffer.Position;
    }

    /// <summary>Completes a field that has finished waiting.</summary>
    public void Resume(PendingField field)
    {
        object? value;
        var selection = field.Selection;
        try
        {
            value = field.Take();
        }
        catch (OperationCanceledException) when (execution.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            if (!IsForgotten(field))
            {
                AddError(exception, selection, field.Path);
                Fail(field);
            }

            return;
        }

        if (field.Scope.IsGone && (IsForgotten(field) || (!selection.Field.Type.NamedType.IsLeaf && value is not (null or Exception))))
        {
            return;
        }

        fragment = field.Content;
        outerScope = field.Scope;
        path.Reset(field.Path);
        fragment.Begin();
        if (!WriteValue(selection, selection.Field.Type, value))
        {
            Fail(field);
        }

        fragment.End();
    }

    public void Dispose()
    {
        jsonWriter?.Dispose();
        late?.Dispose();

        // Another request's from now on: whoever still asks for a path must not see that one's.
        (path, frames) = (null!, null!);
        stacks.Return();
    }

    // What is around a field may be gone: its error is told all the same, so that what one is told does not hang on who was first. Only of
    // those that make the same value null it is one. Objects that come too late are not looked into.
    private static bool IsForgotten(PendingField field) => field.Selection.Field.Type.IsNonNull && field.Scope.HasCauseBefore(field.Path);

    private void Fail(PendingField field)
    {
        if (field.Selection.Field.Type.IsNonNull)
        {
            if (field.Scope.Propagate(cause) is { } replaced)
            {
                execution.Withdraw(replaced.Errors);
            }
        }
        else
        {
            field.Content.IsNull = true;
        }
    }
}
