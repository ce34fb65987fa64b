using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <content>ExecuteField (section 6.4): a field of a selection set, resolved and completed.</content>
internal sealed partial class ValueWriter
{
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
            var field = resolver.IsScoped ? new ScopedField(execution) : new PendingField(execution);
            field.Initialize(selection, parent, execution.GetArguments(selection), path.ToPath(), this);
            field.Start(resolver);
            if (!field.IsFinished)
            {
                var content = new ResultFragment(late ??= new ResultBuffer());
                fragment.AddHole(content);
                field.LeaveHole(content, CurrentScope());
                execution.Await(field);
                return true;
            }

            value = field.Take();
        }
        catch (Exception exception) when (!IsAborted(exception))
        {
            return FailField(selection, exception);
        }

        return WriteValue(selection, selection.Field.Type, value);
    }

    private bool FailField(Selection selection, Exception exception)
    {
        AddError(exception, selection, path.ToPath());
        return WriteNullIf(!selection.Field.Type.IsNonNull);
    }
}
