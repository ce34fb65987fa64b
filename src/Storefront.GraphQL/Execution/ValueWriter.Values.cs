using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <content>CompleteValue (section 6.4.3): leaves, lists, objects and what may be one of several.</content>
internal sealed partial class ValueWriter
{
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
            AddError(exception, selection, path.ToPath());
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
            AddError(exception, selection, path.ToPath());
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
            AddError(exception, selection, path.ToPath());
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

        // Nearly all lists can be asked for their items, without an enumerator for each.
        if (items is IList list)
        {
            for (; index < list.Count; index++)
            {
                if (!WriteItem(selection, type, list[index], index))
                {
                    return false;
                }
            }

            return true;
        }

        foreach (var item in items)
        {
            if (!WriteItem(selection, type, item, index++))
            {
                return false;
            }
        }

        return true;
    }

    private bool WriteItem(Selection selection, IType type, object? item, int index)
    {
        if (index > 0)
        {
            fragment.Buffer.Write((byte)',');
        }

        if (index % CancellationInterval == 0)
        {
            execution.ThrowIfOver();
        }

        path.Push(index);
        var succeeded = WriteValue(selection, type, item);
        path.Pop();
        return succeeded;
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
            AddError(exception, selection, path.ToPath());
            return WriteNullIf(isNullable);
        }

        return objectType is null
            ? Fail(selection, ErrorHelper.ObjectTypeUnknown(type, selection, value), isNullable)
            : WriteObject(selection, objectType, value, isNullable);
    }

    private bool WriteObject(Selection selection, ObjectType objectType, object value, bool isNullable)
    {
        // Fragments nest far deeper than a document's text does.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail(selection, ErrorHelper.NestedTooDeep(selection), isNullable);
        }

        var selectionSet = selection.GetSelectionSet(objectType);
        return selectionSet.Failure is { } failure ? Fail(selection, failure, isNullable) : WriteObject(selectionSet, value, isNullable);
    }
}
