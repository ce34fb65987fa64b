using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// Executes fields and completes their values (sections 6.4 to 6.4.4) straight into a <see cref="ResultFragment"/>.
/// Where an error reaches a value that may be null, what was written of the value is cut away and null stands in its place.
/// </summary>
internal sealed class ValueWriter : IDisposable
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
    private bool isFirstRootField = true;
    private ValueScope? rootScope;
    private ResultFragment? rootFragment;

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
            rootScope!.Propagate();
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
            value = field.Task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (execution.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            if (!field.Parent.IsGone)
            {
                execution.AddError(exception, selection, field.Path);
                Fail(field);
            }

            return;
        }

        if (field.Parent.IsGone)
        {
            return;
        }

        fragment = field.Content;
        outerScope = field.Parent;
        path.Reset(field.Path);
        if (!WriteValue(selection, selection.Field.Type, value))
        {
            Fail(field);
        }
    }

    public void Dispose()
    {
        jsonWriter?.Dispose();

        // Another request's from now on: whoever still asks for a path must not see that one's.
        (path, frames) = (null!, null!);
        stacks.Return();
    }

    private static void Fail(PendingField field)
    {
        if (field.Selection.Field.Type.IsNonNull)
        {
            field.Parent.Propagate();
        }
        else
        {
            field.Content.IsNull = true;
        }
    }

    private bool WriteObject(SelectionSet selectionSet, object? value, bool isNullable)
    {
        UsedCost = UsedCost.Plus(selectionSet.Cost);
        var start = Push(isNullable);
        fragment.Buffer.Write((byte)'{');
        var isFirst = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (!WriteField(selection, value, isFirst))
            {
                return Abandon(start, isNullable);
            }

            isFirst = false;
        }

        fragment.Buffer.Write((byte)'}');
        Pop();
        return true;
    }

    private bool WriteField(Selection selection, object? parent, bool isFirst)
    {
        var buffer = fragment.Buffer;
        if (!isFirst)
        {
            buffer.Write((byte)',');
        }

        buffer.Write(selection.Key);
        path.Push(selection.ResponseName, selection.Order);
        var succeeded = selection.Resolver switch
        {
            PureResolver pure => ResolvePure(selection, pure, parent),
            AsyncResolver waiting => ResolveAsync(selection, waiting, parent),
            _ => throw new InvalidOperationException($"{selection.Coordinate} has a resolver of an unknown kind."),
        };
        path.Pop();
        return succeeded;
    }

    private bool ResolvePure(Selection selection, PureResolver resolver, object? parent)
    {
        object? value;
        var start = fragment.Buffer.Position;
        try
        {
            pureContext.Initialize(selection, parent, execution.GetArguments(selection), null, this);
            if (resolver.WriteLeaf is not { } writeLeaf)
            {
                value = resolver.Resolve(pureContext);
            }
            else if (writeLeaf(pureContext, fragment.Buffer, out value))
            {
                return true;
            }
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            fragment.Buffer.Truncate(start);
            return FailField(selection, exception);
        }

        return WriteValue(selection, selection.Field.Type, value);
    }

    private bool ResolveAsync(Selection selection, AsyncResolver resolver, object? parent)
    {
        object? value;
        try
        {
            var ownContext = new ResolverContext(execution);
            ownContext.Initialize(selection, parent, execution.GetArguments(selection), path.ToPath(), this);
            var task = resolver.Resolve(ownContext);
            if (!task.IsCompleted)
            {
                var content = new ResultFragment();
                fragment.AddHole(content);
                execution.Await(new PendingField(selection, ownContext.Path, content, CurrentScope()), task);
                return true;
            }

            value = task.GetAwaiter().GetResult();
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            return FailField(selection, exception);
        }

        return WriteValue(selection, selection.Field.Type, value);
    }

    private bool FailField(Selection selection, Exception exception)
    {
        execution.AddError(exception, selection, path.ToPath());
        return WriteNullIf(!selection.Field.Type.IsNonNull);
    }

    /// <returns>False when null had to be written where the type has none: the value around this one fails.</returns>
    private bool WriteValue(Selection selection, IType type, object? value)
    {
        var isNullable = !type.IsNonNull;
        if (value is null)
        {
            return isNullable ? WriteNullIf(true) : Fail(selection, ErrorHelper.NonNullFieldIsNull(selection), false);
        }

        if (value is Exception exception)
        {
            execution.AddError(exception, selection, path.ToPath());
            return WriteNullIf(isNullable);
        }

        return type.Nullable switch
        {
            ScalarType scalar => WriteScalar(selection, scalar, value, isNullable),
            EnumType enumType => WriteEnum(selection, enumType, value, isNullable),
            ListType list => WriteList(selection, list, value, isNullable),
            ObjectType objectType => WriteObject(selection, objectType, value, isNullable),
            NamedType abstractType => WriteAbstract(selection, abstractType, value, isNullable),
            var other => throw new InvalidOperationException($"{other} is not an output type."),
        };
    }

    private bool WriteScalar(Selection selection, ScalarType scalar, object value, bool isNullable)
    {
        if (scalar.IsSpecified && LeafWriter.TryWrite(fragment.Buffer, scalar.Name, value))
        {
            return true;
        }

        var start = fragment.Buffer.Position;
        jsonWriter ??= new Utf8JsonWriter(Stream.Null, ErrorWriter.JsonOptions);
        jsonWriter.Reset(fragment.Buffer);
        try
        {
            var problem = scalar.TryWriteValue(value, jsonWriter);
            if (problem is null)
            {
                jsonWriter.Flush();
                return true;
            }

            Withdraw(start);
            return Fail(selection, ErrorHelper.LeafInvalid(problem), isNullable);
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            Withdraw(start);
            execution.AddError(exception, selection, path.ToPath());
            return WriteNullIf(isNullable);
        }
    }

    // What the JSON writer still holds back would come out later, in somebody else's place.
    private void Withdraw(int start)
    {
        jsonWriter!.Reset();
        fragment.Buffer.Truncate(start);
    }

    private bool WriteEnum(Selection selection, EnumType type, object value, bool isNullable)
    {
        if (!type.TryGetByRuntimeValue(value, out var enumValue))
        {
            return Fail(selection, ErrorHelper.EnumInvalid(type, value), isNullable);
        }

        fragment.Buffer.Write((byte)'"');
        fragment.Buffer.WriteAscii(enumValue.Name);
        fragment.Buffer.Write((byte)'"');
        return true;
    }

    private bool WriteList(Selection selection, ListType type, object value, bool isNullable)
    {
        if (value is not IEnumerable items || value is string or IReadOnlyDictionary<string, object?>)
        {
            return Fail(selection, ErrorHelper.NotAList(selection), isNullable);
        }

        var start = Push(isNullable);
        fragment.Buffer.Write((byte)'[');
        bool succeeded;
        try
        {
            succeeded = WriteItems(selection, type.ElementType, items);
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            // The sequence itself failed, or letting go of it: items are completed without throwing.
            execution.AddError(exception, selection, path.ToPath());
            succeeded = false;
        }

        if (!succeeded)
        {
            return Abandon(start, isNullable);
        }

        fragment.Buffer.Write((byte)']');
        Pop();
        return true;
    }

    private bool WriteItems(Selection selection, IType type, IEnumerable items)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (index > 0)
            {
                fragment.Buffer.Write((byte)',');
            }

            if (index % CancellationInterval == 0)
            {
                execution.ThrowIfOver();
            }

            path.Push(index++);
            var succeeded = WriteValue(selection, type, item);
            path.Pop();
            if (!succeeded)
            {
                return false;
            }
        }

        return true;
    }

    private bool WriteAbstract(Selection selection, NamedType type, object value, bool isNullable)
    {
        ObjectType? objectType;
        try
        {
            objectType = AbstractTypes.Resolve(execution.Operation.Schema, type, value);
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            execution.AddError(exception, selection, path.ToPath());
            return WriteNullIf(isNullable);
        }

        return objectType is null
            ? Fail(selection, ErrorHelper.ObjectTypeUnknown(type, selection, value), isNullable)
            : WriteObject(selection, objectType, value, isNullable);
    }

    private bool WriteObject(Selection selection, ObjectType objectType, object value, bool isNullable) =>

        // Fragments nest far deeper than a document's text does.
        RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? WriteObject(selection.GetSelectionSet(objectType), value, isNullable)
            : Fail(selection, ErrorHelper.NestedTooDeep(selection), isNullable);

    private bool Fail(Selection selection, GraphQLError problem, bool isNullable)
    {
        execution.AddError(ErrorHelper.At(problem, selection, path.ToPath()));
        return WriteNullIf(isNullable);
    }

    private bool WriteNullIf(bool isNullable)
    {
        if (isNullable)
        {
            fragment.Buffer.WriteNull();
        }

        return isNullable;
    }

    private bool IsAborted(Exception exception) => exception is OperationCanceledException && execution.RequestAborted.IsCancellationRequested;

    private int Push(bool isNullable)
    {
        var start = fragment.Buffer.Position;
        frames.Add(new ValueFrame(start, isNullable, null));
        return start;
    }

    private void Pop()
    {
        if (frames[^1].Scope is { } scope)
        {
            scope.End = fragment.Buffer.Position;
        }

        frames.RemoveAt(frames.Count - 1);
    }

    private bool Abandon(int start, bool isNullable)
    {
        frames[^1].Scope?.Discard();
        frames.RemoveAt(frames.Count - 1);
        fragment.Truncate(start);
        return WriteNullIf(isNullable);
    }

    // Values need a scope of their own only once there is a hole in them.
    private ValueScope CurrentScope()
    {
        var scope = outerScope;
        for (var index = 0; index < frames.Count; index++)
        {
            var frame = frames[index];
            if (frame.Scope is null)
            {
                frame = frame with { Scope = new ValueScope(fragment, scope, frame.Start, frame.IsNullable) };
                frames[index] = frame;
                fragment.AddScope(frame.Scope);
            }

            scope = frame.Scope;
        }

        return scope!;
    }
}
