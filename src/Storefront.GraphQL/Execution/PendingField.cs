using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>A field whose resolver may wait, and its context: where its value goes and what around it becomes null when it fails.</summary>
internal class PendingField(OperationExecution execution) : ResolverContext(execution)
{
    private Task? task;
    private Func<Task, object?>? read;
    private object? value;

    /// <summary>The hole's content.</summary>
    public ResultFragment Content { get; private set; } = null!;

    /// <summary>The object on which the field is selected.</summary>
    public ValueScope Scope { get; private set; } = null!;

    /// <summary>Behind it in the chain that it is in.</summary>
    public PendingField? Next { get; set; }

    public bool IsFinished => task?.IsCompleted ?? true;

    /// <summary>Calls the resolver.</summary>
    public virtual void Start(AsyncResolver resolver)
    {
        if (resolver.Started is { } started)
        {
            (task, read) = (started.Start(this) ?? throw new InvalidOperationException($"{Selection.Coordinate} returned no task."), started.Read);
        }
        else
        {
            Wait(resolver.Resolve(this));
        }
    }

    /// <summary>The value of a field that has finished; asked once.</summary>
    public object? Take()
    {
        var held = value;
        value = null;
        return task is not null ? read!(task) : held;
    }

    /// <summary>Says where the value goes once it is there.</summary>
    public void LeaveHole(ResultFragment content, ValueScope scope) => (Content, Scope) = (content, scope);

    /// <summary>Has something called when the field finishes, on whatever thread that is.</summary>
    public void OnFinished(Action<PendingField> finished)
    {
        (task ?? Task.CompletedTask).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => finished(this));
    }

    protected void Wait(ValueTask<object?> answer)
    {
        if (answer.IsCompletedSuccessfully)
        {
            value = answer.Result;
        }
        else
        {
            (task, read) = (answer.AsTask(), static waited => ((Task<object?>)waited).GetAwaiter().GetResult());
        }
    }
}
