using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <content>Where errors become null (section 6.4.4): what was written of a value, and how it is taken back.</content>
internal sealed partial class ValueWriter
{
    private bool Fail(Selection selection, GraphQLError problem, bool isNullable)
    {
        var at = path.ToPath();
        var error = ErrorHelper.At(problem, selection, at);
        cause = new NullCause(at, [error]);
        if (error.Code == ErrorCodes.Internal)
        {
            execution.AddFault(error);
        }
        else
        {
            execution.AddError(error);
        }

        return WriteNullIf(isNullable);
    }

    private void AddError(Exception exception, Selection selection, ResponsePath at) =>
        cause = new NullCause(at, execution.AddError(exception, selection, at));

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

    private bool Abandon(int start, bool isNullable)
    {
        frames[^1].Scope?.Discard();
        frames.RemoveAt(frames.Count - 1);
        fragment.Truncate(start);
        return WriteNullIf(isNullable);
    }

    private void Pop()
    {
        if (frames[^1].Scope is { } scope)
        {
            scope.End = fragment.Buffer.Position;
        }

        frames.RemoveAt(frames.Count - 1);
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
